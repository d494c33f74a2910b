const manifest = 'name = "zip-absolute"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default ({ zip, guest }) => zip([
  { name: 'plugin.toml', data: manifest },
  { name: 'guest.wasm', data: guest('idle') },
  { name: '/phira-new.txt', data: 'out' },
  { name: 'C:/phira-new.txt', data: 'out' },
]);
