//! A server of a folder of files, for this machine alone.
//!
//! It answers `GET` and `HEAD`, one request a connection, each in a thread of its own, and is meant
//! for one person or one test, not for the open network.

mod request;
mod response;

use crate::Error;
use request::Request;
use response::Response;
use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

/// Browsers open connections in advance and may never use them.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many ports are tried before giving up.
const PORTS: u16 = 100;

/// What is served, and under which path.
#[derive(Debug, Clone)]
pub struct Site {
    /// The folder; an address that ends in `/` gets the `index.html` there.
    pub folder: PathBuf,
    /// The path of the address under which the folder appears; begins and ends with `/`.
    pub base: String,
}

/// The port to listen at.
#[derive(Debug, Clone, Copy)]
pub enum Port {
    /// The first that nothing else uses, counted up from this one.
    FirstFreeFrom(u16),
    /// Whichever the system gives.
    Any,
}

/// A running server. It runs until the program ends.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    listening: JoinHandle<()>,
}

impl Server {
    /// Begins to serve `site` on 127.0.0.1.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(site: Site, port: Port) -> Result<Self, Error> {
        let listener = listen(port).map_err(|source| Error::Port { source })?;
        let address = listener.local_addr().map_err(|source| Error::Port { source })?;
        let base = site.base.clone();
        let listening = thread::spawn(move || accept(&listener, &Arc::new(site)));
        Ok(Self { address, base, listening })
    }

    /// The address of the served folder, for a browser.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Serves until the program is stopped.
    pub fn wait(self) {
        // The listening thread never ends by itself, and a panic in it ends the wait: both are fine.
        drop(self.listening.join());
    }
}

fn listen(port: Port) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Port::Any => bind(0),
        Port::FirstFreeFrom(first) => {
            let free = (first..first.saturating_add(PORTS)).find_map(|port| bind(port).ok());
            free.map_or_else(|| bind(first), Ok)
        }
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for connection in listener.incoming().flatten() {
        let site = Arc::clone(site);
        // A connection that breaks concerns nobody else, and the browser shows it.
        thread::spawn(move || drop(answer(&connection, &site)));
    }
}

fn answer(connection: &TcpStream, site: &Site) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let Some(request) = Request::read(connection)? else { return Ok(()) };
    Response::to(&request, site).write(connection, request.method)
}
