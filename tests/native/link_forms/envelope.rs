//! The envelope of links, apart from the code that is tested.

/// The characters of a link.
pub const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What a link begins with, and the digests of its edition.
pub type Head = (&'static str, [u8; 4]);

/// The envelope as `src/link/seal.rs` describes it, made anew.
pub fn sealed((version, digests): &Head, coded: &[u8]) -> String {
    let length = (8 + coded.len()) as u16;
    let mut bytes = version.as_bytes().to_vec();
    bytes.extend(length.to_be_bytes());
    let mut crc8 = 0u8;
    for byte in &bytes {
        crc8 ^= byte;
        for _ in 0..8 {
            crc8 = if crc8 & 0x80 != 0 { crc8 << 1 ^ 7 } else { crc8 << 1 };
        }
    }
    bytes.push(crc8);
    bytes.extend(digests);
    bytes.extend(coded);
    let mut crc = u32::MAX;
    for byte in &bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 != 0 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    bytes.extend((!crc).to_be_bytes());
    let mut link = String::from(*version);
    for three in bytes[2..].chunks(3) {
        let mut word = [0; 4];
        word[1..=three.len()].copy_from_slice(three);
        let word = u32::from_be_bytes(word);
        for at in 0..=three.len() {
            let six = (word >> (18 - 6 * at)) as usize & 63;
            link.push_str(&ALPHABET[six..=six]);
        }
    }
    link
}

/// The head of a link, and the coded form in it.
pub fn opened(link: &'static str) -> (Head, Vec<u8>) {
    let six = |c| ALPHABET.find(c).unwrap();
    let mut bits = link.chars().skip(2).flat_map(|c| (0..6).rev().map(move |at| six(c) >> at & 1));
    let count = (link.len() - 2) * 6 / 8;
    let mut byte = || (0..8).fold(0u8, |byte, _| byte << 1 | bits.next().unwrap() as u8);
    let bytes: Vec<u8> = (0..count).map(|_| byte()).collect();
    ((&link[..2], bytes[3..7].try_into().unwrap()), bytes[7..count - 4].to_vec())
}
