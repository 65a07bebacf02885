//! Accessibility, judged by axe-core inside the window.

use anyhow::{Context, Result, ensure};
use proofline_tests::root;
use serde_json::Value;
use std::fs;

use crate::window::Window;

/// Fails with what axe-core holds against the page as it now is.
pub async fn passes_axe(window: &Window, view: &str) -> Result<()> {
    let file = root().join("ui/node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    window.script(&source, vec![]).await?;
    let judge = "const done = arguments[arguments.length - 1]; \
                 axe.run(document).then((report) => done(report.violations), (error) => done(String(error)));";
    let report = window.script_later(judge).await?;
    let Value::Array(violations) = report else { anyhow::bail!("axe-core did not run on {view}: {report}") };
    let faults: Vec<String> = violations.iter().map(fault).collect();
    ensure!(faults.is_empty(), "axe-core finds fault with {view}:\n{}", faults.join("\n"));
    Ok(())
}

/// A violation in a line: rule, help, and the elements.
fn fault(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let elements: Vec<String> =
        nodes.iter().map(|node| node["html"].as_str().unwrap_or_default().to_owned()).collect();
    let word = |name: &str| violation[name].as_str().unwrap_or_default();
    format!("  {}: {}\n      {}", word("id"), word("help"), elements.join("\n      "))
}
