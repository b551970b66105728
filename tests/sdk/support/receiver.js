// SPDX-License-Identifier: GPL-3.0-only
import { once } from 'node:events';

import { createReceiver } from '../../../examples/receivers/receiver.mjs';

/** The receiver of the examples on a free port: it answers genuine pushes with 204, and keeps them. */
export class Receiver {
  #server;
  #pushes = [];
  #waiting = [];

  static async start() {
    const receiver = new Receiver();
    receiver.#server = createReceiver((push) => receiver.#take(push)).listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get endpoint() {
    return `http://127.0.0.1:${this.#server.address().port}/notifications`;
  }

  /** The next push that was signed by the broker: {headers, rawHeaders, body, target}. */
  next() {
    return this.#pushes.shift() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(push) {
    const resolve = this.#waiting.shift();
    if (resolve) {
      resolve(push);
    } else {
      this.#pushes.push(push);
    }
    return 204;
  }
}
