//! Runs chromedriver.

use crate::{Error, TestResult, problem::at, process_group};
use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

/// What chromedriver prints before the number of its port.
const SIGN: &str = "started successfully on port ";

/// A running chromedriver, with the browser that it started. Both end when this is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the chromedriver at `program` on a free port. One that ends at once is started again:
    /// of two that start together, both may be given the same port.
    pub(crate) fn start(program: &Path) -> TestResult<Self> {
        Self::try_start(program).or_else(|_| Self::try_start(program))
    }

    fn try_start(program: &Path) -> TestResult<Self> {
        let mut command = Command::new(program);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        process_group::of_its_own(&mut command);
        let mut process = command.spawn().map_err(at(program))?;
        let Some(output) = process.stdout.take() else { return Err(Error::Driver) };
        let mut driver = Self { process, port: 0 };
        let mut output = BufReader::new(output);
        driver.port = port(&mut output).ok_or(Error::Driver)?;
        // What it prints later is read too: a full pipe would stop it.
        thread::spawn(move || std::io::copy(&mut output.by_ref(), &mut std::io::sink()));
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A browser left alone would run on for ever.
        process_group::kill(&mut self.process);
    }
}

fn port(output: &mut impl BufRead) -> Option<u16> {
    let line = output.lines().map_while(Result::ok).find(|line| line.contains(SIGN))?;
    line.split(SIGN).nth(1)?.trim_end_matches('.').parse().ok()
}
