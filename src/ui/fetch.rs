//! Fetching packs: the first, and those that a view needs beyond it.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::codec::{self, Manifest, PackError, PackId};
use crate::model::Atlas;
use crate::view::Lang;
use crate::words;

/// Where packs live on the site.
const DATA: &str = "/data/";

/// Which editions the site has, and where their first packs are.
const EDITIONS: &str = "/data/editions.json";

/// What is said of [`Trouble::NoFigure`].
const NO_FIGURE: &str =
    "The figures are here, but no picture could be made of them for this choice. Another choice may work.";

/// What is said of [`Trouble::NotOfPlace`].
const NOT_OF_PLACE: &str = "There is no such figure of this place: its numbers are not published. The place’s page says why, and has what there is.";

/// Everything fetched so far.
#[derive(Default)]
pub struct Loaded {
    /// The figures.
    pub atlas: Atlas,
    /// Which packs there are.
    pub manifest: Manifest,
}

/// Why a figure could not be had.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// The request failed or was answered with an error.
    #[error("not fetched")]
    NotFetched,
    /// What arrived was refused.
    #[error("refused: {0}")]
    Refused(#[from] PackError),
    /// Everything is there, but no figure could be made of it.
    #[error("no figure")]
    NoFigure,
    /// The figure is one that there is not of this place.
    #[error("no such figure of the place")]
    NotOfPlace,
}

impl Trouble {
    /// What went wrong, for the reader.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Trouble::NotFetched => words::fetch_failed(lang).to_owned(),
            Trouble::Refused(error) => words::pack_refused(lang, error),
            Trouble::NoFigure => NO_FIGURE.to_owned(),
            Trouble::NotOfPlace => NOT_OF_PLACE.to_owned(),
        }
    }
}

/// A pack that has been asked for.
pub struct Asked(Option<JsFuture>);

/// Fetches and reads the first pack. `again` asks the server even if the browser has a copy.
pub async fn first(address: &str, again: bool) -> Result<Loaded, Trouble> {
    let (atlas, manifest) = codec::decode_first(&Asked::of(address, again).bytes().await?)?;
    Ok(Loaded { atlas, manifest })
}

/// The address of an edition's first pack; that of the newest, which is known, where the site has no such edition.
pub async fn first_of(edition: Option<&str>, newest: String, again: bool) -> Result<String, Trouble> {
    let Some(edition) = edition.filter(|edition| !is_of(&newest, edition)) else { return Ok(newest) };
    let list = Asked::of(EDITIONS, again).bytes().await?;
    let list = String::from_utf8_lossy(&list);
    let start = ["\"", within(edition).trim_start_matches('/'), "first."].concat();
    let named = list.find(&start).and_then(|at| list[at + 1..].split('"').next());
    Ok(named.map_or(newest, |file| [DATA, file].concat()))
}

/// Whether a pack is of an edition, by its address.
pub fn is_of(address: &str, edition: &str) -> bool {
    address.contains(&within(edition))
}

/// The folder of an edition's packs, in their addresses.
fn within(edition: &str) -> String {
    ["/editions/", edition, "/"].concat()
}

/// Asks for a pack beyond the first.
pub fn pack(manifest: &Manifest, id: &PackId, again: bool) -> Asked {
    manifest.file(id).map_or(Asked(None), |file| Asked::of(&[DATA, &file].concat(), again))
}

impl Asked {
    fn of(address: &str, again: bool) -> Asked {
        let request = RequestInit::new();
        request.set_cache(if again { RequestCache::Reload } else { RequestCache::Default });
        let window = web_sys::window();
        Asked(window.map(|window| JsFuture::from(window.fetch_with_str_and_init(address, &request))))
    }

    /// Its bytes, once they have arrived.
    pub async fn bytes(self) -> Result<Vec<u8>, Trouble> {
        body(self.0).await.map_err(|_| Trouble::NotFetched)
    }
}

/// The body that the server sends; an error where it cannot be reached or answers with one.
async fn body(asked: Option<JsFuture>) -> Result<Vec<u8>, JsValue> {
    let answer: Response = asked.ok_or(JsValue::NULL)?.await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let body = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Uint8Array::new(&body).to_vec())
}
