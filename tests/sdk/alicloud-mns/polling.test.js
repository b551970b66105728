// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Broker } from '../support/broker.js';
import { newClient, newQueue, refused } from './fixture.js';

// Longer than a test may take: whoever is answered in time was answered by what happened, not by the end of the wait.
const LONG_S = 30;
const WITHIN = { timeout: 20_000 };

describe('@alicloud/mns: long polls', () => {
  let broker;
  let client;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('a wait ends when a message arrives', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    const waiting = client.receiveMessage(queue, LONG_S);
    await broker.admin.untilWaiting(queue, 1);
    await client.sendMessage(queue, { MessageBody: 'here' });
    assert.equal((await waiting).body.MessageBody, 'here');
  });

  it("the queue's own wait holds for a call without one", WITHIN, async () => {
    const queue = await newQueue(broker, client, { PollingWaitSeconds: LONG_S });
    const waiting = client.receiveMessage(queue);
    await broker.admin.untilWaiting(queue, 1);
    await client.sendMessage(queue, { MessageBody: 'here' });
    assert.equal((await waiting).body.MessageBody, 'here');
  });

  it('a batch wait ends with the first message', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    const waiting = client.batchReceiveMessage(queue, 16, LONG_S);
    await broker.admin.untilWaiting(queue, 1);
    await client.sendMessage(queue, { MessageBody: 'alone' });
    assert.deepEqual((await waiting).body.map((message) => message.MessageBody), ['alone']);
  });

  it('one message answers one of two waits, a batch both', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    const waits = [client.receiveMessage(queue, LONG_S), client.receiveMessage(queue, LONG_S)];
    await broker.admin.untilWaiting(queue, 2);
    await client.sendMessage(queue, { MessageBody: 'one' });
    await Promise.race(waits);
    await broker.admin.untilWaiting(queue, 1);

    waits.push(client.receiveMessage(queue, LONG_S));
    await broker.admin.untilWaiting(queue, 2);
    await client.batchSendMessage(queue, [{ MessageBody: 'two' }, { MessageBody: 'three' }]);
    const bodies = (await Promise.all(waits)).map(({ body }) => body.MessageBody);
    assert.deepEqual(bodies.sort(), ['one', 'three', 'two']);
  });

  it('a wait ends when a delayed message is due', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    await client.sendMessage(queue, { MessageBody: 'due', DelaySeconds: 3600 });
    const waiting = client.receiveMessage(queue, LONG_S);
    await broker.admin.untilWaiting(queue, 1);
    await broker.admin.advanceClock(3600);
    assert.equal((await waiting).body.MessageBody, 'due');
  });

  it('a wait ends when a lease lapses', WITHIN, async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 600 });
    await client.sendMessage(queue, { MessageBody: 'given up' });
    await client.receiveMessage(queue);
    const waiting = client.receiveMessage(queue, LONG_S);
    await broker.admin.untilWaiting(queue, 1);
    await broker.admin.advanceClock(600);
    assert.equal((await waiting).body.DequeueCount, '2');
  });

  it('a wait that nothing ended is answered with MessageNotExist', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    const startedMs = performance.now();
    await refused(client.receiveMessage(queue, 1), 'MessageNotExist', 404);
    assert.ok(performance.now() - startedMs >= 950, 'It was answered before its time.');
  });

  it('deleting the queue ends the wait', WITHIN, async () => {
    const queue = await newQueue(broker, client);
    const waiting = refused(client.receiveMessage(queue, LONG_S), 'QueueNotExist', 404);
    await broker.admin.untilWaiting(queue, 1);
    await client.deleteQueue(queue);
    await waiting;
  });
});
