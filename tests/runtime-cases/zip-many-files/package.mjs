const manifest = 'name = "zip-many-files"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  ...Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}.txt`, data: '' })),
]);
