//! A worker that tries to get out, once it is confined; and the same tries by the same program when it is not, else
//! nobody would know whether the tries are any good.

use crate::{WORKER, file, made, text};
use proof_extract::{Confinement, Extractor, Level, Limits, WorkerCommand};
use proof_model::Outcome;
use std::net::TcpListener;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What there is to reach from a worker, for as long as this lives.
struct Aims {
    folder: TempDir,
    tcp: TcpListener,
    _sockets: [UnixListener; 2],
}

impl Aims {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret"), "a secret of the user").unwrap();
        let abstract_name = SocketAddr::from_abstract_name(folder.path().as_os_str().as_encoded_bytes());
        let sockets = [
            UnixListener::bind(folder.path().join("socket")).unwrap(),
            UnixListener::bind_addr(&abstract_name.unwrap()).unwrap(),
        ];
        Self { folder, tcp: TcpListener::bind("127.0.0.1:0").unwrap(), _sockets: sockets }
    }

    fn words(&self) -> String {
        format!("{} {}", self.folder.path().display(), self.tcp.local_addr().unwrap())
    }
}

/// Name and result of each try.
fn tries(report: &str) -> Vec<(String, String)> {
    report.lines().map(|line| line.split_once(": ").unwrap()).map(|(a, b)| (a.into(), b.into())).collect()
}

#[test]
fn every_way_out_is_open_to_a_program_that_is_not_confined() {
    let aims = Aims::new();
    let document = file(b"the document");
    let mut program = Command::new(WORKER);
    program.args(["tries", &aims.words()]).stdin(Stdio::from(document));
    let output = program.output().unwrap();
    let tries = tries(std::str::from_utf8(&output.stdout).unwrap());
    assert_eq!(tries.len(), 33);
    for (way, result) in tries {
        assert_eq!(result, "done", "{way}");
    }
}

#[test]
fn every_way_out_is_shut_to_a_worker_be_it_started_or_forked() {
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    for _ in ["started", "forked", "forked"] {
        let aims = Aims::new();
        let document = format!("#!tries {}\n", aims.words());
        let extraction = extractor.extract(file(document.as_bytes()), "a.txt");
        assert_eq!(extraction.outcome, Outcome::Ok, "{extraction:?}");
        let tries = tries(&text(&extraction));
        assert_eq!(tries.len(), 33);
        for (way, result) in tries {
            assert_eq!(result, "PermissionDenied", "{way}");
        }
        let left: Vec<_> =
            std::fs::read_dir(aims.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
        assert_eq!(std::fs::read(aims.folder.path().join("secret")).unwrap(), b"a secret of the user");
    }
}

#[test]
fn a_worker_that_is_asked_says_how_far_it_is_confined() {
    let extractor = Extractor::new(WorkerCommand::new(WORKER), Limits::default());
    let confinement = extractor.confinement().unwrap();
    assert_eq!(confinement.level(), Level::Full, "{confinement:?}");
    assert!(confinement.bound_to_parent);
    let misled = Extractor::new(WorkerCommand::with_arguments(WORKER, ["fault", "exit"]), Limits::default());
    assert_eq!(misled.confinement(), None::<Confinement>);
}

#[test]
fn documents_of_every_kind_are_read_all_the_same() {
    let pdf = made::pdf(&["BT /F1 12 Tf 72 700 Td (One page) Tj ET"]);
    let extraction = crate::extract(&pdf, "a.pdf");
    assert_eq!((extraction.outcome, text(&extraction).as_str()), (Outcome::Ok, "One page\n"));
    assert!(extraction.usage.peak_memory > 1 << 20, "{:?}", extraction.usage);
}
