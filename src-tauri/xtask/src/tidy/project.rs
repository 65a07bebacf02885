//! What the checks look at: the sources as text, and the packages as cargo sees them.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::process::{cargo, read};
use xtask::place;

/// The work tree.
#[derive(Debug, Default)]
pub struct Project {
    /// Every text file that somebody writes.
    pub files: Vec<Source>,
    /// The project's own packages.
    pub members: Vec<Package>,
    /// The crates that others wrote.
    pub foreign: Vec<Package>,
    /// The npm packages that others wrote, named by their folder.
    pub modules: Vec<Package>,
}

/// A text file.
#[derive(Debug)]
pub struct Source {
    /// Path from the root, with `/` between its parts.
    pub path: String,
    /// Its contents.
    pub text: String,
}

/// A package, as `cargo metadata` describes it.
#[derive(Debug, Default, Deserialize)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    pub manifest_path: String,
    pub dependencies: Vec<Dependency>,
    /// None for the project's own.
    pub source: Option<String>,
}

/// A line of a manifest's dependency tables.
#[derive(Debug, Deserialize)]
pub struct Dependency {
    pub name: String,
    /// None for a normal one, else `dev` or `build`.
    pub kind: Option<String>,
}

/// Folders that hold nothing written by hand.
const SKIPPED: &[&str] = &[".git", "target", "node_modules", "dist", "gen"];
/// Endings of the files that are read.
const READ: &[&str] = &["css", "html", "js", "json", "lock", "rs", "sql", "svelte", "toml", "ts"];

impl Project {
    /// Reads the work tree.
    pub fn read() -> Result<Self> {
        #[derive(Deserialize)]
        struct Metadata {
            packages: Vec<Package>,
        }
        let metadata = read(&mut cargo(&["metadata", "--format-version", "1", "--locked"]))?;
        let metadata: Metadata =
            serde_json::from_str(&metadata).context("cargo's metadata cannot be read")?;
        let (foreign, members) = metadata.packages.into_iter().partition(|package| package.source.is_some());
        let mut files = Vec::new();
        gather(&place::root(), &place::root(), &mut files)?;
        let mut project = Self { files, members, foreign, modules: Vec::new() };
        project.modules = project.read_modules()?;
        Ok(project)
    }

    /// The packages that npm's lock file names.
    pub fn read_modules(&self) -> Result<Vec<Package>> {
        #[derive(Deserialize)]
        struct Lock {
            packages: BTreeMap<String, Module>,
        }
        #[derive(Deserialize)]
        struct Module {
            #[serde(default)]
            version: String,
            license: Option<String>,
        }
        let Some(file) = self.file("ui/package-lock.json") else { return Ok(Vec::new()) };
        let lock: Lock =
            serde_json::from_str(&file.text).with_context(|| format!("{} cannot be read", file.path))?;
        // The empty folder is the interface itself.
        let foreign = lock.packages.into_iter().filter(|(folder, _)| !folder.is_empty());
        let package =
            |(name, Module { version, license })| Package { name, version, license, ..Package::default() };
        Ok(foreign.map(package).collect())
    }

    /// The text file at a path from the root.
    pub fn file(&self, path: &str) -> Option<&Source> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl Package {
    /// Its manifest's path from the root.
    pub fn manifest(&self) -> String {
        relative(&place::root(), Path::new(&self.manifest_path))
    }
}

impl Source {
    /// The ending of the file's name.
    pub fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The number, from 1, of the first line of which `wanted` holds; 1 where there is none.
    pub fn line_where(&self, wanted: impl Fn(&str) -> bool) -> usize {
        self.text.lines().position(wanted).map_or(1, |at| at + 1)
    }
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<Source>) -> Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if entry.file_type()?.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                gather(root, &path, files)?;
            }
        } else if name.rsplit_once('.').is_some_and(|(_, ending)| READ.contains(&ending)) {
            // Test fixtures may hold any bytes under any name.
            let Ok(text) = fs::read_to_string(&path) else { continue };
            files.push(Source { path: relative(root, &path), text });
        }
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
pub mod samples {
    use super::{Dependency, Package, Project, Source};

    /// A project of one file.
    pub fn file(path: &str, text: &str) -> Project {
        Project { files: vec![Source { path: path.into(), text: text.into() }], ..Project::default() }
    }

    /// A package at the root that depends on `dependencies`, each with its kind.
    pub fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Package {
        let dependencies = dependencies
            .iter()
            .map(|(name, kind)| Dependency { name: (*name).into(), kind: kind.map(Into::into) })
            .collect();
        Package { name: name.into(), manifest_path: "Cargo.toml".into(), dependencies, ..Package::default() }
    }
}
