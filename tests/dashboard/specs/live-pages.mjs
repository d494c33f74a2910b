import { delivered } from '../support/package.mjs';

const name = 'room-list-page';
const address = `/api/v1/plugins/${name}`;
const shown = ['index.html', 'app.js', 'live.js', 'texts.js', 'style.css'];
const files = ['plugin.toml', 'config.schema.json', `${name}.wasm`, ...shown.map((file) => `static/${file}`)];

export default {
  'A live page of a plugin is live again after the plugin was away': async (stage) => {
    await stage.putPlugin(name, await delivered(`gallery/${name}`, files));
    await stage.untilAnswered(`${name} runs`, '/api/v1/plugins', (plugins) => plugins.some((plugin) => plugin.name === name && plugin.state === 'running'));
    const visitor = await stage.visit({ signedIn: false });
    visitor.expectComplaint(/404|streams\/rooms/);
    await visitor.open(`/plugins/${name}/?lang=en`);
    const isConnected = () => document.getElementById('state').textContent === '' && document.getElementById('summary').textContent !== '';
    await visitor.until('the page shows the rooms', isConnected);

    // After such an answer a browser does not ask for the stream again.
    const refused = visitor.page.waitForResponse((answer) => answer.url().endsWith('/streams/rooms') && answer.status() === 404);
    await stage.call('POST', `${address}/unload`);
    await refused;
    await visitor.page.getByText('The connection is lost; trying again …').waitFor();
    await stage.call('POST', `${address}/load`);

    await visitor.until('the page is connected again', isConnected);
    const { values } = await stage.call('GET', `${address}/config`);
    await stage.call('PUT', `${address}/config`, { values: { ...values, title: 'Phira again' } });
    await visitor.page.getByRole('heading', { name: 'Phira again' }).waitFor();
  },
};
