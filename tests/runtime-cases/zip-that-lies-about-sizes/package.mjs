const manifest = 'name = "zip-that-lies-about-sizes"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  { name: 'large.bin', data: Buffer.alloc(1 << 20), size: 10 },
]);
