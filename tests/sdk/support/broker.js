// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AdminClient } from './admin.js';

export const ACCOUNT = '1000000000000000';
export const KEY = { id: 'local-id', secret: 'local-secret' };

const READY_LINE = /^signalboxd ready (http:\/\/127\.0\.0\.1:\d+)\n$/;

/** A signalboxd of its own on a free port, with an empty data directory. */
export class Broker {
  #process;
  #ended; // a promise of [exitCode, signal]
  #dataDirectory;
  #output = { stdout: '', stderr: '' };
  #names = 0;

  /** Starts the program that the environment variable SIGNALBOXD names and waits until it serves. */
  static async start(...options) {
    assert.ok(process.env.SIGNALBOXD, 'SIGNALBOXD must name the program under test.');
    const broker = new Broker();
    broker.#dataDirectory = await mkdtemp(join(tmpdir(), 'signalbox-sdk-'));
    try {
      await broker.#launch(options);
    } catch (error) {
      await broker.#removeData();
      throw error;
    }
    broker.admin = new AdminClient(broker.endpoint, KEY);
    return broker;
  }

  async #launch(options) {
    this.#process = spawn(
      process.env.SIGNALBOXD,
      ['--listen', '127.0.0.1:0', '--data-dir', this.#dataDirectory, ...options],
      { stdio: ['ignore', 'pipe', 'pipe'], env: withoutSettings(process.env) },
    );
    this.#ended = once(this.#process, 'close');
    process.once('exit', () => this.#process.kill('SIGKILL'));
    this.#process.stderr.setEncoding('utf8').on('data', (text) => (this.#output.stderr += text));
    this.#process.stdout.setEncoding('utf8').on('data', (text) => (this.#output.stdout += text));

    while (!this.#output.stdout.includes('\n')) {
      const running = await Promise.race([
        once(this.#process.stdout, 'data').then(() => true),
        this.#ended.then(() => false),
      ]);
      assert.ok(running, `signalboxd ended before it was ready:\n${this.#output.stderr}`);
    }
    const ready = READY_LINE.exec(this.#output.stdout);
    assert.ok(ready, `Unexpected standard output: ${this.#output.stdout}`);
    this.endpoint = ready[1];
  }

  /** Asks the program to end; it must do so in good order, with nothing said since it was ready. */
  async stop() {
    this.#process.kill('SIGTERM');
    const [exitCode] = await this.#ended;
    await this.#removeData();
    assert.equal(exitCode, 0, this.#output.stderr);
    assert.match(this.#output.stdout, READY_LINE);
  }

  /** The name of a queue that no test has used yet. */
  newQueueName() {
    this.#names += 1;
    return `queue-${this.#names}`;
  }

  #removeData() {
    return rm(this.#dataDirectory, { recursive: true, force: true });
  }
}

/** The environment without the variables that would configure the broker. */
function withoutSettings(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('SIGNALBOX_')));
}
