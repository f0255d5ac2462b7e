//! Versions that the driver names: that of reqwest is in Cargo.lock and nowhere in its code.

use std::env::var;
use std::fs::read_to_string;
use std::process::Command;

fn main() {
    let lock = read_to_string("Cargo.lock").expect("Cargo.lock, which cargo writes");
    let after = lock
        .split("name = \"reqwest\"\nversion = \"")
        .nth(1)
        .expect("reqwest in Cargo.lock");
    println!(
        "cargo:rustc-env=REQWEST_VERSION={}",
        after.split('"').next().unwrap_or_default()
    );

    let rustc = Command::new(var("RUSTC").unwrap())
        .arg("--version")
        .output()
        .expect("rustc, which cargo runs");
    let version = String::from_utf8_lossy(&rustc.stdout)
        .split(' ')
        .nth(1)
        .unwrap_or_default()
        .to_string();
    println!("cargo:rustc-env=RUST_VERSION={version}");
}
