const manifest = 'name = "zip-wrong-checksum"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  { name: 'note.txt', data: 'text', crc: 1 },
]);
