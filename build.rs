//! Puts the front end into the program: `frontend/dist` if it is there, else npm builds it inside `OUT_DIR`, else the
//! program is built without assets and says so. Never writes into the source tree; never fails for lack of Node,
//! unless `FRONTEND_BUILD=always` asks for it (`auto` is the default, `never` keeps npm out).

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write as _;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// What the bundle is made of.
const SOURCES: [&str; 6] = [
    "package.json",
    "package-lock.json",
    ".npmrc",
    "build.mjs",
    "src",
    "licences",
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=FRONTEND_BUILD");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=templates");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let frontend = root.join("frontend");
    for source in SOURCES {
        println!("cargo::rerun-if-changed=frontend/{source}");
    }
    let dist = frontend.join("dist");
    // A path that does not exist would make cargo build everything anew each time.
    if dist.exists() {
        println!("cargo::rerun-if-changed=frontend/dist");
    }

    let mode = env::var("FRONTEND_BUILD").unwrap_or_else(|_| "auto".to_owned());
    let made = dist.join("manifest.json").exists();
    let from = match mode.as_str() {
        "never" => made.then_some(dist),
        "auto" if made => Some(dist),
        "auto" => match npm_build(&frontend, &out.join("frontend")) {
            Ok(dist) => Some(dist),
            Err(reason) => {
                println!(
                    "cargo::warning=the front end is not built ({reason}); pages will have no style. \
                     Run: npm --prefix frontend ci && npm --prefix frontend run build"
                );
                None
            }
        },
        "always" => Some(npm_build(&frontend, &out.join("frontend")).map_err(io::Error::other)?),
        other => {
            return Err(io::Error::other(format!(
                "FRONTEND_BUILD is {other}; it may be auto, always or never"
            )));
        }
    };
    fs::write(out.join("fonts.rs"), fonts(from.as_deref(), &out)?)?;
    fs::write(out.join("assets.rs"), table(from.as_deref())?)
}

/// The font of the front end as plain TrueType, for pictures in pixels: `FONTS` is empty where there is no front end.
/// WOFF2 is a compressed TrueType file; unpacking changes no letter (SIL Open Font License 1.1, text in
/// `frontend/licences/fira-sans.txt`, part of `LICENSES.txt`).
fn fonts(dist: Option<&Path>, out: &Path) -> io::Result<String> {
    let mut list = String::new();
    let files = dist.map(files).transpose()?.unwrap_or_default();
    for weight in ["FiraSans-Regular", "FiraSans-Bold"] {
        let file = files.iter().find(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&format!("{weight}-")) && name.ends_with(".woff2")
        });
        let Some(file) = file else { continue };
        let unpacked = wuff::decompress_woff2(&fs::read(file)?)
            .map_err(|error| io::Error::other(format!("{weight}: {error:?}")))?;
        let target = out.join(format!("{weight}.ttf"));
        fs::write(&target, unpacked)?;
        writeln!(list, "    include_bytes!({target:?}),").ok();
    }
    Ok(format!(
        "/// Fira Sans Regular and Bold as TrueType; empty where the program was built without front end.\n\
         pub(super) static FONTS: &[&[u8]] = &[\n{list}];\n"
    ))
}

/// Builds the front end in `stage` and returns its dist folder; does nothing if it was built from the same sources.
fn npm_build(frontend: &Path, stage: &Path) -> Result<PathBuf, String> {
    let stamp = stamp(frontend).map_err(|error| format!("sources: {error}"))?;
    let stamp_file = stage.join("stamp");
    let dist = stage.join("dist");
    if fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) && dist.join("manifest.json").exists() {
        return Ok(dist);
    }
    fs::create_dir_all(stage).map_err(|error| error.to_string())?;
    fs::remove_file(&stamp_file).ok();
    fs::remove_dir_all(stage.join("src")).ok();
    for source in SOURCES {
        copy(&frontend.join(source), &stage.join(source)).map_err(|error| format!("{source}: {error}"))?;
    }
    npm(
        stage,
        &["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"],
    )?;
    npm(stage, &["run", "build"])?;
    fs::write(stamp_file, stamp).map_err(|error| error.to_string())?;
    Ok(dist)
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("npm: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let last = text
        .lines()
        .rfind(|line| !line.trim().is_empty())
        .unwrap_or("no message");
    Err(format!("npm {}: {last}", arguments.join(" ")))
}

/// A hash over names and contents of all sources.
fn stamp(frontend: &Path) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        for file in files(&frontend.join(source))? {
            file.strip_prefix(frontend).unwrap_or(&file).hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// All files below a path, sorted; the path itself if it is a file.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        found.extend(files(&entry)?);
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for file in files(from)? {
        let target = match file.strip_prefix(from) {
            Ok(rest) if !rest.as_os_str().is_empty() => to.join(rest),
            _ => to.to_owned(),
        };
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &target)?;
    }
    Ok(())
}

/// The table of assets as Rust source: sorted by name, with pre-compressed copies, and the manifest.
fn table(dist: Option<&Path>) -> io::Result<String> {
    let mut assets = String::new();
    let mut manifest = String::new();
    if let Some(dist) = dist {
        for file in files(dist)? {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if name.ends_with(".br") || name.ends_with(".gz") || name == "manifest.json" {
                continue;
            }
            let compressed = |suffix: &str| {
                let path = dist.join(format!("{name}.{suffix}"));
                if path.exists() {
                    format!("Some(include_bytes!({path:?}))")
                } else {
                    "None".to_owned()
                }
            };
            writeln!(
                assets,
                "    Asset {{ name: {name:?}, raw: include_bytes!({file:?}), br: {}, gz: {} }},",
                compressed("br"),
                compressed("gz")
            )
            .ok();
        }
        manifest = fs::read_to_string(dist.join("manifest.json"))?;
    }
    let mut names = String::new();
    // The manifest is one flat object of strings without escapes, one pair a line.
    for line in manifest.lines() {
        if let [_, source, _, built, ..] = line.split('"').collect::<Vec<_>>().as_slice() {
            writeln!(names, "    ({source:?}, {built:?}),").ok();
        }
    }
    Ok(format!(
        "/// Files of the front end, sorted by name.\npub(super) static ASSETS: &[Asset] = &[\n{assets}];\n\n\
         /// Name in the source and name with its hash.\npub(super) static MANIFEST: &[(&str, &str)] = &[\n{names}];\n"
    ))
}
