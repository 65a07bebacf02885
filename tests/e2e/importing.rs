//! Imports in the real window: paused, gone on with, broken off, and left by a program that was killed.

use anyhow::{Context, Result, ensure};
use proofline_tests::proofline;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};
use tempfile::TempDir;

use crate::{
    SIZE,
    library::Sample,
    look, search,
    window::{Opening, Theme, Window, drive_for, text},
};

/// How many files are imported. More can be asked for: `PROOFLINE_FILES=20000`.
const FILES: usize = 1_000;
const LONGEST: Duration = Duration::from_mins(10);

fn files() -> usize {
    std::env::var("PROOFLINE_FILES").ok().and_then(|number| number.parse().ok()).unwrap_or(FILES)
}

/// A folder of small files in folders of a hundred.
fn papers(folder: &TempDir, files: usize) -> Result<PathBuf> {
    let papers = folder.path().join("papers");
    for number in 0..files {
        let part = papers.join(format!("{:03}", number / 100));
        fs::create_dir_all(&part)?;
        fs::write(part.join(format!("{number:05}.txt")), format!("Kontobuch, page {number}.\n"))?;
    }
    Ok(papers)
}

pub async fn start_import(window: &Window, papers: &Path) -> Result<()> {
    window.click("import-button").await?;
    window.find("import-paths").await?.send_keys(&papers.to_string_lossy()).await?;
    window.click("import-start").await?;
    // The sheet goes once all files are on the queue.
    window.gone("import-start", "").await?;
    window.find("import-panel").await?;
    Ok(())
}

/// How many are done, by the panel's own words.
async fn done(window: &Window) -> Result<usize> {
    let words = text(&window.find("import-panel").await?).await?;
    let number: String = words.chars().filter(|letter| letter.is_ascii_digit() || *letter == ' ').collect();
    number.split_whitespace().next().and_then(|word| word.parse().ok()).with_context(|| words.clone())
}

#[test]
fn an_import_is_paused_gone_on_with_and_broken_off_while_search_answers() -> Result<()> {
    let (folder, files) = (tempfile::tempdir()?, files());
    let papers = papers(&folder, files)?;
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive_for(LONGEST, "importing", &opening, async |window| {
        window.find("event-row").await?;
        start_import(window, &papers).await?;
        let asked = Instant::now();
        search(window, "settlement").await?;
        println!("search while importing: {} ms", asked.elapsed().as_millis());
        look(window, "importing").await?;
        window.click("import-pause").await?;
        window.find_with("import-paused", "paused").await?;
        look(window, "import-paused").await?;
        let rested = done(window).await?;
        ensure!(rested < files, "all {files} were done before it could be paused");
        window.click("import-resume").await?;
        window.find("import-pause").await?;
        let asked = Instant::now();
        window.click("import-cancel").await?;
        window.find_with("import-done", "Cancelled").await?;
        println!("cancelled after {} ms", asked.elapsed().as_millis());
        ensure!(asked.elapsed() < Duration::from_secs(5), "it took {:?} to cancel", asked.elapsed());
        look(window, "import-cancelled").await
    })
}

#[test]
fn an_import_that_a_killed_program_left_goes_on_when_the_window_opens() -> Result<()> {
    let (folder, files) = (tempfile::tempdir()?, files() / 2);
    let papers = papers(&folder, files)?;
    let sample = Sample::copy()?;
    let library = sample.path();
    let mut import = proofline();
    import.arg("--library").arg(&library).arg("import").arg(&papers).stdout(Stdio::piped());
    let mut import = import.spawn()?;
    let first = BufReader::new(import.stdout.take().context("no output")?).lines().next();
    import.kill()?;
    import.wait()?;
    ensure!(first.is_some(), "nothing was imported");
    let opening = Opening { library: Some(&library), theme: Theme::Dark, size: SIZE };
    drive_for(LONGEST, "import-left", &opening, async |window| {
        window.find("import-panel").await?;
        let begun = Instant::now();
        // Twenty thousand take longer than anything else is waited for.
        while let Err(not_yet) = window.find_with("import-done", "files read").await {
            println!(
                "imported after {} s: {}",
                begun.elapsed().as_secs(),
                done(window).await.map_err(|_| not_yet)?
            );
            look(window, "import-going-on").await?;
        }
        println!("all {files} done after {} s", begun.elapsed().as_secs());
        ensure!(done(window).await? == files, "the panel says another number than {files}");
        look(window, "import-left").await
    })
}

#[test]
fn a_watched_folder_is_imported_as_files_land_in_it() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let landing = papers(&folder, 3)?;
    let sample = Sample::copy()?;
    let library = sample.path();
    let opening = Opening { library: Some(&library), theme: Theme::Light, size: SIZE };
    drive_for(LONGEST, "watching", &opening, async |window| {
        window.find("event-row").await?;
        window.click("import-button").await?;
        window.find("import-paths").await?.send_keys(&landing.to_string_lossy()).await?;
        window.click("import-watch").await?;
        window.click("import-start").await?;
        window.gone("import-start", "").await?;
        window.find_with("import-done", "3 files read").await?;
        let landed = Instant::now();
        fs::write(landing.join("later.txt"), "The quarterly ledger of Zweckbestimmung landed.")?;
        window.find_with("import-done", "1 file read").await?;
        search(window, "Zweckbestimmung").await?;
        println!("landed, imported and found after {} ms", landed.elapsed().as_millis());
        window.click("import-button").await?;
        window.find_with("watched-folders", &landing.to_string_lossy()).await?;
        look(window, "watching").await?;
        window.click("watch-stop").await?;
        window.gone("watched-folders", "").await
    })
}
