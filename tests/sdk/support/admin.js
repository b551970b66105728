// SPDX-License-Identifier: GPL-3.0-only
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const VERSION = '2015-06-06';

/** The admin API of one broker: what the tests need beside the SDKs, above all its clock. */
export class AdminClient {
  #endpoint;
  #key;

  /** @param key {id, secret} */
  constructor(endpoint, key) {
    this.#endpoint = endpoint;
    this.#key = key;
  }

  /** Stops the broker's clock and returns its time in milliseconds. */
  async freezeClock() {
    return (await this.call('POST', '/clock/freeze')).nowMs;
  }

  /** Moves the broker's clock ahead and returns its time in milliseconds. */
  async advanceClock(seconds) {
    return (await this.call('POST', '/clock/advance', { ms: seconds * 1000 })).nowMs;
  }

  async clock() {
    return (await this.call('GET', '/clock')).nowMs;
  }

  /** Returns once so many long polls wait on a queue. */
  untilWaiting(queueName, pollers) {
    return this.#untilQueue(queueName, (queue) => queue.waiters === pollers);
  }

  /** Returns once so many messages of a queue are leased. */
  untilLeased(queueName, messages) {
    return this.#untilQueue(queueName, (queue) => queue.leased === messages);
  }

  async #untilQueue(queueName, isSo) {
    while (!isSo(await this.call('GET', `/queues/${queueName}`))) {
      await pause(5);
    }
  }

  /** One call, signed as an MNS request is; resolves to the reply's JSON, rejects on an error status. */
  async call(method, path, value) {
    const resource = `/signalbox/v1${path}`;
    const body = value === undefined ? '' : JSON.stringify(value);
    const headers = { date: new Date().toUTCString(), 'x-mns-version': VERSION };
    if (body) {
      headers['content-type'] = 'application/json';
      headers['content-md5'] = createHash('md5').update(body).digest('base64');
      headers['content-length'] = Buffer.byteLength(body);
    }
    headers.authorization = `MNS ${this.#key.id}:${this.#signature(method, headers, resource)}`;
    const { status, text } = await exchange(new URL(resource, this.#endpoint), { method, headers }, body);
    if (status >= 300) {
      throw new Error(`${method} ${resource} was answered with ${status}: ${text}`);
    }
    return JSON.parse(text);
  }

  #signature(method, headers, resource) {
    const stringToSign = [
      method,
      headers['content-md5'] ?? '',
      headers['content-type'] ?? '',
      headers.date,
      `x-mns-version:${VERSION}`,
      resource,
    ].join('\n');
    return createHmac('sha1', this.#key.secret).update(stringToSign).digest('base64');
  }
}

function exchange(url, options, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, options, async (response) => {
      try {
        response.setEncoding('utf8');
        let text = '';
        for await (const chunk of response) {
          text += chunk;
        }
        resolve({ status: response.statusCode, text });
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', reject);
    request.end(body);
  });
}
