//! A small file system of its own, which can be filled.

use crate::{Error, TestResult, problem::at};
use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// How much it holds, in megabytes: several times what a new profile takes.
const MEGABYTES: u32 = 120;
/// In which portions it is filled, in bytes; the last ones find whatever room is left.
const PORTIONS: [usize; 3] = [1 << 16, 1 << 12, 1];
/// How often unmounting is tried while the last programs of a killed browser still end.
const TRIES: usize = 40;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// A small file system of its own. It is unmounted when this is dropped.
#[derive(Debug)]
pub(super) struct Volume {
    folder: TempDir,
}

impl Volume {
    /// Mounts an empty one.
    ///
    /// # Errors
    /// When this system cannot, or this user may not.
    pub(super) fn mount() -> TestResult<Self> {
        if !cfg!(target_os = "linux") {
            return Err(Error::Mount("only Linux has tmpfs".to_owned()));
        }
        let folder = tempfile::tempdir().map_err(at(std::env::temp_dir()))?;
        let size = format!("size={MEGABYTES}m");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path());
        let ended = mount.output().map_err(|why| Error::Mount(format!("mount: {why}")))?;
        if !ended.status.success() {
            let said = String::from_utf8_lossy(&ended.stderr);
            let why = said.lines().next().unwrap_or("mount failed");
            return Err(Error::Mount(why.to_owned()));
        }
        Ok(Self { folder })
    }

    /// Where it is mounted.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it, but for so many bytes.
    pub(super) fn fill(&self, leaving: u64) -> TestResult {
        let path = self.filler();
        let mut filler =
            OpenOptions::new().create(true).append(true).open(&path).map_err(at(&path))?;
        for size in PORTIONS {
            let portion = vec![b'x'; size];
            // It fails when nothing more goes in, which is what is wanted.
            while filler.write_all(&portion).is_ok() {}
        }
        self.shrink(&filler, leaving)
    }

    /// Makes room for so many bytes.
    pub(super) fn make_room(&self, bytes: u64) -> TestResult {
        let path = self.filler();
        let filler = OpenOptions::new().write(true).open(&path).map_err(at(&path))?;
        self.shrink(&filler, bytes)
    }

    /// Takes all the filling away.
    pub(super) fn free(&self) -> TestResult {
        let path = self.filler();
        if path.exists() { fs::remove_file(&path).map_err(at(path)) } else { Ok(()) }
    }

    /// Whether there is any filling.
    pub(super) fn is_filled(&self) -> bool {
        self.filler().exists()
    }

    fn filler(&self) -> PathBuf {
        self.path().join("filler")
    }

    fn shrink(&self, filler: &File, bytes: u64) -> TestResult {
        let length = filler.metadata().map_err(at(self.filler()))?.len();
        filler.set_len(length.saturating_sub(bytes)).map_err(at(self.filler()))
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        let unmounts = |switches: &[&str]| {
            let mut umount = Command::new("umount");
            umount.args(switches).arg(self.path()).stderr(Stdio::null());
            umount.status().is_ok_and(|status| status.success())
        };
        for _ in 0..TRIES {
            if unmounts(&[]) {
                return;
            }
            thread::sleep(BETWEEN_TRIES);
        }
        unmounts(&["-l"]);
    }
}

#[cfg(test)]
mod tests {
    use super::Volume;
    use std::fs;

    #[test]
    fn a_full_one_takes_what_room_is_made_for() {
        let Ok(volume) = Volume::mount() else { return };
        let write = |bytes: usize| fs::write(volume.path().join("new"), vec![0; bytes]).is_ok();
        volume.fill(0).unwrap();
        assert!(volume.is_filled() && !write(1));
        volume.make_room(8192).unwrap();
        assert!(write(8192) && !write(16384));
        volume.fill(4096).unwrap();
        volume.free().unwrap();
        assert!(!volume.is_filled() && write(1 << 20));
    }
}
