//! `index.html` filled in: the style, the app, and the content security policy
//! with the hashes of what stands inline.

use anyhow::{Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Where the page will be opened, as its policy sees it.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    /// From a server: `'self'` means the page's own files.
    Site,
    /// From one file that has everything inline: there is no `'self'`.
    SingleFile,
}

const STYLE: &str = "<link data-trunk rel=\"copy-dir\" href=\"style\">\
     <link rel=\"stylesheet\" href=\"style/main.css\">";
const APP: &str = "<link data-trunk rel=\"rust\" data-bin=\"qiangxian\">";
const POLICY: &str = "<!-- policy -->";

/// Nothing is loaded from elsewhere and nothing can be sent anywhere. The hashes of
/// the inline scripts are added; in the single file, where there is nothing to fetch,
/// every `'self'` goes. Inline style attributes are refused: the page sets classes, or
/// custom properties through `element.style`. `'wasm-unsafe-eval'` is known to
/// Chromium from 97 and to Safari from 16; Firefox before 102 wants neither it nor
/// `'unsafe-eval'` to compile a module.
const SOURCES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Puts `style` and `app` (HTML both) at their marks in the shell, and the policy at
/// its own.
pub fn fill(shell: &str, style: &str, app: &str, place: Place) -> Result<String> {
    for mark in [POLICY, STYLE, APP] {
        if shell.matches(mark).count() != 1 {
            bail!("index.html: expected `{mark}` exactly once");
        }
    }
    // A browser hashes scripts after turning CR LF into LF.
    let page = shell.replace("\r\n", "\n").replace(STYLE, style).replace(APP, app);
    let policy = complete(SOURCES, &page, place);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(page.replacen(POLICY, &policy, 1))
}

/// The policy for `page`: hashes of its inline scripts and styles are added, and
/// in a single file every `'self'` goes.
fn complete(policy: &str, page: &str, place: Place) -> String {
    let directives = policy.split(';').map(|directive| {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        let mut sources: Vec<String> = words
            .filter(|source| place == Place::Site || *source != "'self'")
            .map(str::to_owned)
            .collect();
        match name {
            "script-src" => sources.extend(inline(page, "script").iter().map(|code| hash(code))),
            "style-src" => sources.extend(inline(page, "style").iter().map(|code| hash(code))),
            _ => {}
        }
        if sources.is_empty() {
            sources.push("'none'".to_owned());
        }
        format!("{name} {}", sources.join(" "))
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// The texts of the inline elements of this name that a browser would run or
/// apply: not those with a `src`, nor blocks of another type.
fn inline<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    page.split(open.as_str())
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(tag, _)| tag.is_empty() || *tag == " type=\"module\"")
        .filter_map(|(_, rest)| rest.split_once(close.as_str()))
        .map(|(code, _)| code)
        .collect()
}

fn hash(code: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(code)))
}

/// JavaScript or CSS made safe to stand between tags of this name.
pub fn inlined(code: &str, name: &str) -> Result<String> {
    let code = code.replace("\r\n", "\n");
    for forbidden in [format!("</{name}"), format!("<{name}"), "<!--".to_owned()] {
        if code.contains(&forbidden) {
            bail!("`{forbidden}` in the code would end its place in the single file");
        }
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::{Place, complete, fill, inline};

    const WRITTEN: &str = "default-src 'none'; script-src 'self'; style-src 'self'";

    #[test]
    fn a_site_keeps_self_and_gains_hashes() {
        let page = "<script>a</script><script src=\"b\"></script>";
        assert_eq!(
            complete(WRITTEN, page, Place::Site),
            "default-src 'none'; \
             script-src 'self' 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='; \
             style-src 'self'"
        );
    }

    #[test]
    fn a_single_file_has_no_self() {
        assert_eq!(
            complete(WRITTEN, "", Place::SingleFile),
            "default-src 'none'; script-src 'none'; style-src 'none'"
        );
    }

    #[test]
    fn only_what_runs_is_hashed() {
        let page =
            "<script type=\"module\">a</script><script id=\"b\" type=\"text/plain\">c</script>";
        assert_eq!(inline(page, "script"), ["a"]);
    }

    #[test]
    fn a_shell_without_its_marks_is_refused() {
        assert!(fill("<html></html>", "", "", Place::Site).is_err());
    }
}
