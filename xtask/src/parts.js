// Brings the parts of the app that were cut off, each when it is first asked for.
// A part that did not come is asked for again with the next call.
const parts = (() => {
  const placed = {};
  const tried = {};
  const instantiate = async (file) => {
    const answer = await source(file, tried[file]);
    tried[file] = true;
    const imports = { __wasm_split: initSync() };
    if (!(answer instanceof Response)) return WebAssembly.instantiate(answer, imports);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    // A server that does not know the type of a module is no reason to do without it.
    return answer.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.instantiateStreaming(answer, imports)
      : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  };
  const place = (file) => (placed[file] ??= instantiate(file).catch((reason) => {
    delete placed[file];
    throw reason;
  }));
  const loader = (files) => async (callback, data) => {
    const came = await Promise.all(files.map(place)).then(() => true, () => false);
    initSync().__indirect_function_table.get(callback)(data, came);
  };
  const all = Object.entries(needs);
  return Object.fromEntries(all.map(([point, files]) => [`__wasm_split_load_${point}`, loader(files)]));
})();
