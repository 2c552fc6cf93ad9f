//! Runs other programs.

use crate::{Error, project};
use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A program that runs in the folder of the project and reads no input.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root()).stdin(Stdio::null());
    command
}

/// The Cargo that started this program.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs `command` to its end and shows what it prints.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let line = line(command);
    eprintln!("  $ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Error::Failed { command: line }),
        Err(source) => Err(Error::Start { command: line, source }),
    }
}

/// What `command` prints, without the space around it; `None` when it cannot be run or fails.
pub(crate) fn stdout_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The first program on `PATH` that has one of `names`; earlier names win.
pub(crate) fn which(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> =
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(executable(name))))
        .find(|path| is_program(path))
}

/// The file name of the program `name` on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// Whether there is a program at `path`.
pub(crate) fn is_program(path: &Path) -> bool {
    path.is_file()
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
