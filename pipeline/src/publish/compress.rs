//! `.br` and `.gz` beside every file that shrinks, for servers that send them as they are.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use super::{Context, PublishError, files};

/// What is compressed; pictures and fonts are already.
const SHRINKING: [&str; 14] =
    ["html", "css", "js", "mjs", "json", "csv", "svg", "txt", "xml", "wasm", "hyp", "webmanifest", "ico", "map"];

/// What a visitor waits for before the first picture, worth the slowest compression.
const WAITED_FOR: [&str; 5] = ["css", "js", "mjs", "wasm", "hyp"];

/// Compresses everything that has been written, unless this is a draft.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    if context.options.draft {
        return Ok(());
    }
    let shrinks = |path: &Path| extension(path).is_some_and(|extension| SHRINKING.contains(&extension));
    let files: Vec<_> = files::all_in(&context.out)?.into_iter().filter(|path| shrinks(path)).collect();
    let home = context.out.join("index.html");
    files.par_iter().try_for_each(|path| {
        let waited_for = *path == home || extension(path).is_some_and(|extension| WAITED_FOR.contains(&extension));
        compress(path, if waited_for { 11 } else { 9 })
    })
}

fn extension(path: &Path) -> Option<&str> {
    path.extension().and_then(|extension| extension.to_str())
}

fn compress(path: &Path, quality: i32) -> Result<(), PublishError> {
    let content = fs::read(path).map_err(PublishError::of(path))?;
    let named = |end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        std::path::PathBuf::from(name)
    };
    let brotli = named(".br");
    files::write(&brotli, &brotli_of(&content, quality).map_err(PublishError::of(&brotli))?)?;
    let gzip = named(".gz");
    write_gzip(&gzip, &content).map_err(PublishError::of(&gzip))
}

/// The content in Brotli; `quality` from 0 to 11.
pub(super) fn brotli_of(content: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &params)?;
    Ok(compressed)
}

/// Without time or system in its header, so that the same content gives the same bytes anywhere.
fn write_gzip(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let file = BufWriter::new(File::create(path)?);
    let mut gzip = GzBuilder::new().mtime(0).operating_system(255).write(file, Compression::best());
    gzip.write_all(content)?;
    gzip.finish()?.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_gives_the_same_bytes() {
        let folder = std::env::temp_dir().join(format!("healthy-years-compress-{}", std::process::id()));
        let content = "Blackpool, Richmond upon Thames\n".repeat(50);
        let compressed = |name: &str| {
            let path = folder.join(name);
            files::write(&path, content.as_bytes()).unwrap();
            compress(&path, 9).unwrap();
            let read = |end: &str| fs::read(folder.join(format!("{name}.{end}"))).unwrap();
            (read("br"), read("gz"))
        };
        let (first, second) = (compressed("a.txt"), compressed("b.txt"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first, second);
        assert!(first.0.len() < 100 && first.1.len() < 150);
    }
}
