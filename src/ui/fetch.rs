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

/// Everything fetched so far.
#[derive(Default)]
pub struct Loaded {
    /// The figures.
    pub atlas: Atlas,
    /// Which packs there are.
    pub manifest: Manifest,
}

/// Why a pack could not be had.
#[derive(Debug, Clone, thiserror::Error)]
pub enum FetchError {
    /// The request failed or was answered with an error.
    #[error("not fetched")]
    NotFetched,
    /// What arrived was refused.
    #[error("refused: {0}")]
    Refused(#[from] PackError),
}

impl FetchError {
    /// What went wrong, for the reader.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            FetchError::NotFetched => words::fetch_failed(lang).to_owned(),
            FetchError::Refused(error) => words::pack_refused(lang, error),
        }
    }
}

/// Fetches and reads the first pack. `again` asks the server even if the browser has a copy.
pub async fn first(address: &str, again: bool) -> Result<Loaded, FetchError> {
    let (atlas, manifest) = codec::decode_first(&bytes(address, again).await?)?;
    Ok(Loaded { atlas, manifest })
}

/// Fetches a measure pack's bytes.
pub async fn measure(manifest: &Manifest, id: &PackId, again: bool) -> Result<Vec<u8>, FetchError> {
    let pack = manifest.pack(id.as_str()).ok_or(FetchError::NotFetched)?;
    bytes(&[DATA, &pack.file].concat(), again).await
}

async fn bytes(address: &str, again: bool) -> Result<Vec<u8>, FetchError> {
    body(address, again).await.map_err(|_| FetchError::NotFetched)
}

/// The body that the server sends; an error where it cannot be reached or answers with one.
async fn body(address: &str, again: bool) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let request = RequestInit::new();
    request.set_cache(if again { RequestCache::Reload } else { RequestCache::Default });
    let answer: Response = JsFuture::from(window.fetch_with_str_and_init(address, &request)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let body = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Uint8Array::new(&body).to_vec())
}

impl Loaded {
    /// Whether all columns of a pack are here.
    pub fn has(&self, id: &PackId) -> bool {
        let Some(pack) = self.manifest.pack(id.as_str()) else { return false };
        pack.columns.iter().all(|(sex, period)| self.atlas.periods(id.as_str(), *sex).any(|loaded| loaded == *period))
    }
}
