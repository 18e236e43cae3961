//! The socket: connections from this machine only, unless people on other machines were admitted, until shutdown.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::router;
use super::site::{Limits, Opening, Site};

/// The default port, if it is free.
const PORT: u16 = 8420;

/// Threads for input and output; computations have their own threads.
const THREADS: usize = 2;

/// Pause if the system cannot accept more connections.
const PAUSE: Duration = Duration::from_millis(100);

/// Maximum size of a request's head, in bytes.
const HEAD_BYTES: usize = 64 << 10;

/// A site with its socket.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    site: Arc<Site>,
    ending: watch::Sender<bool>,
}

/// Shuts a server down, from any thread.
#[derive(Debug, Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Accepts no more connections; requests in progress are completed.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Opens the socket: on the given address for people on other machines, else on 127.0.0.1, on `port` or, if `None`, on the
    /// default port or any free one.
    ///
    /// # Errors
    /// If the port is taken, or the system refuses.
    pub fn open(opening: &Opening, port: Option<u16>) -> io::Result<Self> {
        let on = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match (&opening.shared, port) {
            (Some(shared), _) => TcpListener::bind(shared.listen)?,
            (None, Some(port)) => on(port)?,
            (None, None) => on(PORT).or_else(|_| on(0))?,
        };
        listener.set_nonblocking(true)?;
        let site = Arc::new(Site::new(opening, listener.local_addr()?.port())?);
        Ok(Self { listener, site, ending: watch::Sender::new(false) })
    }

    /// The site that it serves.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// A handle to shut it down.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.ending.clone())
    }

    /// Answers requests until shutdown; requests in progress then get a short time to complete.
    ///
    /// # Errors
    /// If the system refuses threads or the socket.
    pub fn run(self) -> io::Result<()> {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(THREADS).enable_io().enable_time().build()?;
        let site = Arc::clone(&self.site);
        let ended = runtime.block_on(self.answer());
        let until = ended.as_ref().map_or_else(|_| Instant::now(), |asked| *asked) + site.limits.ending;
        let left = || until.saturating_duration_since(Instant::now());
        runtime.shutdown_timeout(left());
        site.wait_for_work(left);
        ended.map(drop)
    }

    /// Answers requests until shutdown; returns the time of shutdown.
    async fn answer(self) -> io::Result<Instant> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let (limits, connections) = (self.site.limits, Arc::new(GracefulShutdown::new()));
        let mut ending = self.ending.subscribe();
        let open = Arc::clone(&connections);
        let door = Door { listener, limits, router: router(&self.site), connections: open };
        let accepting = tokio::spawn(door.take_in());
        // Sent by the holder of a stopper; one is held here.
        let _ = ending.wait_for(|&is_ending| is_ending).await;
        let asked = Instant::now();
        // Background work ends while the last responses are sent.
        self.site.end_work();
        accepting.abort();
        let _ = accepting.await;
        if let Some(connections) = Arc::into_inner(connections) {
            let _ = timeout(limits.ending, connections.shutdown()).await;
        }
        Ok(asked)
    }
}

/// Accepts connections.
struct Door {
    listener: tokio::net::TcpListener,
    limits: Limits,
    router: Router,
    connections: Arc<GracefulShutdown>,
}

impl Door {
    async fn take_in(self) {
        let places = Arc::new(Semaphore::new(self.limits.connections));
        loop {
            // The semaphore is closed only with the program.
            let place = Arc::clone(&places).acquire_owned().await;
            let Ok((stream, _)) = self.listener.accept().await else {
                sleep(PAUSE).await;
                continue;
            };
            let served = served(stream, self.router.clone(), self.limits, self.connections.watcher());
            tokio::spawn(async move {
                served.await;
                drop(place);
            });
        }
    }
}

/// Answers the requests of a connection.
async fn served(stream: TcpStream, router: Router, limits: Limits, watcher: Watcher) {
    let _ = stream.set_nodelay(true);
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(HEAD_BYTES);
    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // A browser that disconnects is not an error of this program.
    let _ = watcher.watch(connection).await;
}
