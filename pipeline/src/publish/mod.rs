//! `data/` and the built site in, the publishable site out.
//!
//! Figures are packed first and read back from the packs, so that pages, open data and the browser all show the
//! same numbers. Then the `STEPS` run one after the other on one [`Context`]. Everything is written beside the
//! old site, which is replaced only once all has succeeded.

mod address;
mod compress;
mod error;
mod files;
mod hosting;
mod icons;
mod open_data;
pub mod package;
mod packs;
mod pages;
mod site;
mod table_packs;

use std::path::{Path, PathBuf};

use healthy_years::codec::Manifest;
use healthy_years::model::Atlas;
use indicatif::{ProgressBar, ProgressStyle};

pub use address::Address;
pub use error::PublishError;
pub use site::Site;

use files::Staging;

use crate::tables::{self, Tables};

/// What must be said wherever the figures are shown.
const ATTRIBUTION: &str = "Contains public sector information licensed under the Open Government Licence v3.0. \
    Source: Office for National Statistics licensed under the Open Government Licence v.3.0. \
    Contains OS data © Crown copyright and database right 2024.";

/// What to publish, and where.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// The folder with our own tables.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The folder with the site as Trunk built it. May be the folder to publish into.
    #[arg(long, default_value = "target/site")]
    pub site: PathBuf,
    /// The folder to publish into; it is replaced as a whole, once everything has been written.
    #[arg(long, default_value = "dist")]
    pub out: PathBuf,
    /// A folder with the packs of earlier editions, one folder each; they are published again.
    #[arg(long, default_value = "editions")]
    pub editions: PathBuf,
    /// Where the site will stand, for what leaves it: previews, embeds, the site map. Nothing else depends on it.
    #[arg(long, env = "HEALTHY_YEARS_ADDRESS", default_value = address::UNKNOWN)]
    pub address: Address,
    /// The folder for what nginx must know of the site: the style's hash for the policy, and what has moved.
    #[arg(long, default_value = "target/deploy")]
    pub deploy: PathBuf,
    /// For a look while working: leave out compression and cards.
    #[arg(long)]
    pub draft: bool,
}

/// The figures of our own tables as they come out of the packs, every column loaded: what pages and open data
/// are made from.
pub fn atlas(data: &Path) -> Result<(Atlas, Manifest), PublishError> {
    let packed = packs::pack(&tables::read(data)?)?;
    Ok((packed.atlas, packed.manifest))
}

/// What every step works with.
pub struct Context {
    /// The options given.
    pub options: Options,
    /// Where to write: becomes the published folder in the end.
    pub out: PathBuf,
    /// All figures, as they come out of the packs.
    pub atlas: Atlas,
    /// The list of packs, as it comes out of the first pack.
    pub manifest: Manifest,
    /// The first pack's file under `/data/`.
    pub first: String,
    /// The packs to write: file under `/data/` and content.
    pub packs: Vec<(String, Vec<u8>)>,
    /// Our own tables, which packs hold exactly where they are not of an indicator.
    pub tables: Tables,
    /// The built site: hashed names of its script and its WebAssembly.
    pub site: Site,
}

/// One step of publishing: what it does, as the progress bar says it, and how.
type Step = (&'static str, fn(&Context) -> Result<(), PublishError>);

/// Every step, in order. Pages come last but for compression: they name what the steps before them have written, and
/// list everything for hosts.
const STEPS: &[Step] = &[
    ("copying the site", site::publish),
    ("writing packs", packs::publish),
    ("writing open data", open_data::publish),
    ("writing tables", package::publish),
    ("drawing icons", icons::publish),
    ("writing pages", pages::publish),
    ("compressing", compress::publish),
];

/// Publishes, with a progress bar.
pub fn command(options: &Options) -> Result<(), PublishError> {
    let bar = ProgressBar::new(STEPS.len() as u64 + 1).with_style(style());
    bar.set_message("packing figures");
    let staging = Staging::new(&options.site, &options.out)?;
    let context = Context::new(options.clone(), staging.folder.clone())?;
    for (message, step) in STEPS {
        bar.inc(1);
        bar.set_message(*message);
        step(&context)?;
    }
    staging.finish()?;
    bar.finish_and_clear();
    if !context.options.draft && !context.options.address.is_known() {
        eprintln!(
            "publish: previews and embeds name {}: say where the site will stand with --address or HEALTHY_YEARS_ADDRESS",
            context.options.address
        );
    }
    println!("{} areas, {} packs: {}", context.atlas.areas.len(), context.packs.len(), options.out.display());
    Ok(())
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Context {
    /// Reads and packs our tables; reads the packs back.
    fn new(options: Options, out: PathBuf) -> Result<Context, PublishError> {
        let site = Site::read(&options.site)?;
        let tables = tables::read(&options.data)?;
        let packs::Packed { atlas, manifest, first, packs } = packs::pack(&tables)?;
        Ok(Context { options, out, atlas, manifest, first, packs, tables, site })
    }

    /// Writes a file of the published site, `at` its path from the root.
    pub fn write(&self, at: &str, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
        files::write(&self.out.join(Path::new(at)), content.as_ref())
    }
}
