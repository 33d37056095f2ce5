// Brings the module for spreadsheets when it is first asked for. One that did not
// come is asked for again with the next call.
let sheets;
let tries = 0;
window.sheets = () => (sheets ??= bring(tries++).catch((reason) => {
  sheets = undefined;
  throw reason;
}));
