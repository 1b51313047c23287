//! Hands over to the command line.

/// Reading a model makes many small pieces of memory, for which this allocator needs less time than that of the C library.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    prozessregister::cli::run()
}
