//! A server of a folder of files, for this machine alone.
//!
//! It answers `GET` and `HEAD`, one request a connection, each in a thread of its own, and is meant
//! for one person or one test, not for the open network. A test may also hear what a page posts.

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

/// What answers a `POST`: given the path below the base and the body, it returns JSON, or `None`
/// where nothing is to be told.
type PostHandler = dyn Fn(&str, &str) -> Option<String> + Send + Sync;

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
        Self::start_with_post_handler(site, port, |_, _| None)
    }

    /// Begins to serve `site` on 127.0.0.1; `hear` answers each `POST`: given the path below the
    /// base and the body, it returns JSON, or `None` where nothing is to be told.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start_with_post_handler(
        site: Site,
        port: Port,
        hear: impl Fn(&str, &str) -> Option<String> + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let listener = listen(port).map_err(|source| Error::Port { source })?;
        let address = listener.local_addr().map_err(|source| Error::Port { source })?;
        let base = site.base.clone();
        let hear: Arc<PostHandler> = Arc::new(hear);
        let listening = thread::spawn(move || accept(&listener, &Arc::new(site), &hear));
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

fn accept(listener: &TcpListener, site: &Arc<Site>, hear: &Arc<PostHandler>) {
    for connection in listener.incoming().flatten() {
        let (site, hear) = (Arc::clone(site), Arc::clone(hear));
        // A connection that breaks concerns nobody else, and the browser shows it.
        thread::spawn(move || drop(answer(&connection, &site, &*hear)));
    }
}

fn answer(connection: &TcpStream, site: &Site, hear: &PostHandler) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let Some(request) = Request::read(connection)? else { return Ok(()) };
    Response::to(&request, site, hear).write(connection, request.method)
}

#[cfg(test)]
mod tests {
    use super::{Port, Server, Site};
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    #[track_caller]
    fn check(request: &str, status: &str, body: &str) {
        let site = Site { folder: env!("CARGO_MANIFEST_DIR").into(), base: "/a/".to_owned() };
        let hear = |path: &str, body: &str| (path == "told").then(|| format!("[{body}]"));
        let server = Server::start_with_post_handler(site, Port::Any, hear).unwrap();
        let mut connection = TcpStream::connect(server.address).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
    }

    #[test]
    fn what_is_posted_is_heard_and_answered() {
        check("POST /a/told HTTP/1.1\r\ncontent-length: 3\r\n\r\n1,2", "200", "[1,2]");
        check("POST /a/told HTTP/1.1\r\n\r\n", "200", "[]");
    }

    #[test]
    fn what_nobody_wants_to_hear_is_refused() {
        let refused = "405 Method Not Allowed";
        check("POST /a/else HTTP/1.1\r\nContent-Length: 1\r\n\r\n1", "405", refused);
        check("POST /told HTTP/1.1\r\nContent-Length: 1\r\n\r\n1", "405", refused);
        check("PUT /a/told HTTP/1.1\r\n\r\n", "405", refused);
    }
}
