//! Writes the answer to a request.

use super::{
    PostHandler, Site,
    request::{self, Method, Request},
};
use std::{
    ffi::OsStr,
    fs,
    io::{self, Write},
    net::TcpStream,
    path::Path,
};

/// Media types by the extension of the file; anything else is sent as bytes.
const MEDIA_TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
];

/// An answer: its status line, the media type and the bytes of its body.
pub(super) struct Response {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// The answer of `site` to `request`, or of `hear` where something is told.
    pub(super) fn to(request: &Request, site: &Site, hear: &PostHandler) -> Self {
        match request.method {
            Method::Get | Method::Head => {}
            Method::Post => return Self::to_told(request, site, hear),
            Method::Other => return Self::refusal("405 Method Not Allowed"),
        }
        let Some(file) = request::file(&request.target, &site.base) else {
            return Self::refusal("404 Not Found");
        };
        match fs::read(site.folder.join(&file)) {
            Ok(body) => Self { status: "200 OK", media_type: media_type(&file), body },
            Err(_) => Self::refusal("404 Not Found"),
        }
    }

    fn to_told(request: &Request, site: &Site, hear: &PostHandler) -> Self {
        let path = request.target.strip_prefix(&site.base);
        match path.and_then(|path| hear(path, &request.body)) {
            Some(json) => {
                Self { status: "200 OK", media_type: "application/json", body: json.into() }
            }
            None => Self::refusal("405 Method Not Allowed"),
        }
    }

    fn refusal(status: &'static str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: status.into() }
    }

    /// Sends the answer; without its body where the method was `HEAD`.
    pub(super) fn write(&self, mut connection: &TcpStream, method: Method) -> io::Result<()> {
        // The browser asks again each time, so that a new build is seen without clearing anything.
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n",
            self.status,
            self.media_type,
            self.body.len()
        );
        connection.write_all(head.as_bytes())?;
        if method != Method::Head {
            connection.write_all(&self.body)?;
        }
        connection.flush()
    }
}

fn media_type(file: &Path) -> &'static str {
    let extension = file.extension().and_then(OsStr::to_str).unwrap_or_default();
    MEDIA_TYPES
        .iter()
        .find(|(known, _)| extension.eq_ignore_ascii_case(known))
        .map_or("application/octet-stream", |(_, media_type)| media_type)
}
