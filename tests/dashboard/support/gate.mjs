import net from 'node:net';

/** A door between browser and service that can be shut: the only way to lose a connection without stopping the service. */
export class Gate {
  #target;
  #open = true;
  #sockets = new Set();
  #server = net.createServer((socket) => this.#pass(socket));

  constructor(target) {
    this.#target = target;
  }

  static async to(url) {
    const gate = new Gate({ host: url.hostname, port: Number(url.port) });
    await new Promise((resolve) => gate.#server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get origin() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  shut() {
    this.#open = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  open() {
    this.#open = true;
  }

  async close() {
    this.shut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(socket) {
    if (!this.#open) return socket.destroy();
    const onward = net.connect(this.#target);
    for (const [one, other] of [[socket, onward], [onward, socket]]) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
