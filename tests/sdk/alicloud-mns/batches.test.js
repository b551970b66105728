// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Broker } from '../support/broker.js';
import { bodyMd5 } from '../support/md5.js';
import { newClient, newQueue, refused } from './fixture.js';

/** Messages with the bodies m1, m2, … */
function messages(count) {
  return Array.from({ length: count }, (_, i) => ({ MessageBody: `m${i + 1}` }));
}

function bodies(reply) {
  return reply.body.map((message) => message.MessageBody);
}

function handles(reply) {
  return reply.body.map((message) => message.ReceiptHandle);
}

describe('@alicloud/mns: batches', () => {
  let broker;
  let client;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('a batch of 16 is answered entry by entry, in the order of the request', async () => {
    const queue = await newQueue(broker, client);
    const sent = await client.batchSendMessage(queue, messages(16));
    assert.equal(sent.code, 201);
    assert.deepEqual(sent.body.map((entry) => entry.MessageBodyMD5), messages(16).map((m) => bodyMd5(m.MessageBody)));
    const { body: received } = await client.batchReceiveMessage(queue, 16);
    assert.deepEqual(received.map((m) => [m.MessageId, m.MessageBody]),
      sent.body.map((entry, i) => [entry.MessageId, `m${i + 1}`]));
  });

  it('each message of a batch keeps its own delay and priority', async () => {
    const queue = await newQueue(broker, client);
    const { body: sent } = await client.batchSendMessage(queue, [
      { MessageBody: 'ordinary' },
      { MessageBody: 'delayed', DelaySeconds: 10 },
      { MessageBody: 'urgent', Priority: 1 },
    ]);
    assert.deepEqual(sent.map((entry) => 'ReceiptHandle' in entry), [false, true, false]);
    assert.deepEqual(bodies(await client.batchReceiveMessage(queue, 16)), ['urgent', 'ordinary']);
    await broker.admin.advanceClock(10);
    assert.deepEqual(bodies(await client.batchReceiveMessage(queue, 16)), ['delayed']);
  });

  it('a batch receive gives what is there, up to its number', async () => {
    const queue = await newQueue(broker, client);
    await client.batchSendMessage(queue, messages(5));
    const first = await client.batchReceiveMessage(queue, 3);
    assert.equal(first.code, 200);
    assert.deepEqual(bodies(first), ['m1', 'm2', 'm3']);
    assert.deepEqual(bodies(await client.batchReceiveMessage(queue, 16)), ['m4', 'm5']);
    await refused(client.batchReceiveMessage(queue, 16), 'MessageNotExist', 404);
  });

  it('a batch of one is still a list', async () => {
    const queue = await newQueue(broker, client);
    assert.equal((await client.batchSendMessage(queue, messages(1))).body.length, 1);
    assert.deepEqual(bodies(await client.batchPeekMessage(queue, 1)), ['m1']);
    const received = await client.batchReceiveMessage(queue, 1);
    assert.deepEqual(bodies(received), ['m1']);
    assert.equal((await client.batchDeleteMessage(queue, handles(received))).code, 204);
  });

  it('a batch peek changes nothing', async () => {
    const queue = await newQueue(broker, client);
    await client.batchSendMessage(queue, messages(4));
    assert.deepEqual(bodies(await client.batchPeekMessage(queue, 3)), ['m1', 'm2', 'm3']);
    const { body: peeked } = await client.batchPeekMessage(queue, 16);
    assert.deepEqual(peeked.map((m) => [m.DequeueCount, 'ReceiptHandle' in m]), Array(4).fill(['0', false]));
    await client.batchReceiveMessage(queue, 16);
    await refused(client.batchPeekMessage(queue, 16), 'MessageNotExist', 404);
  });

  it('a batch delete of all is answered with 204', async () => {
    const queue = await newQueue(broker, client);
    await client.batchSendMessage(queue, messages(16));
    const deleted = await client.batchDeleteMessage(queue, handles(await client.batchReceiveMessage(queue, 16)));
    assert.equal(deleted.code, 204);
    assert.equal(deleted.body, undefined);
    assert.equal((await client.getQueueAttributes(queue)).body.InactiveMessages, '0');
  });

  it('a batch delete names what it could not delete and deletes the rest', async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 10 });
    await client.batchSendMessage(queue, messages(4));
    const [gone, changed, good, lapsed] = handles(await client.batchReceiveMessage(queue, 16));
    await client.deleteMessage(queue, gone);
    await client.changeMessageVisibility(queue, changed, 20);
    const { body: kept } = await client.changeMessageVisibility(queue, good, 20);
    await broker.admin.advanceClock(10);

    const reply = await client.batchDeleteMessage(queue, [gone, changed, kept.ReceiptHandle, lapsed, 'no-handle']);
    assert.equal(reply.code, 404);
    for (const failure of reply.body) {
      assert.deepEqual(Object.keys(failure), ['ErrorCode', 'ErrorMessage', 'ReceiptHandle']);
    }
    const codes = Object.fromEntries(reply.body.map((failure) => [failure.ReceiptHandle, failure.ErrorCode]));
    assert.deepEqual(codes, {
      [gone]: 'MessageNotExist',
      [changed]: 'ReceiptHandleError',
      [lapsed]: 'ReceiptHandleError',
      'no-handle': 'ReceiptHandleError',
    });
    const { body } = await client.getQueueAttributes(queue);
    assert.deepEqual([body.ActiveMessages, body.InactiveMessages], ['1', '1']);
  });

  it('a batch is sent whole or not at all', async () => {
    const queue = await newQueue(broker, client, { MaximumMessageSize: 1024 });
    const oneTooLarge = [...messages(2), { MessageBody: 'x'.repeat(1025) }];
    await refused(client.batchSendMessage(queue, oneTooLarge), 'InvalidArgument', 400);
    await refused(client.batchSendMessage(queue, [...messages(2), { MessageBody: '' }]), 'InvalidArgument', 400);
    await refused(client.batchSendMessage(queue, [...messages(2), { MessageBody: 'm', Priority: 17 }]),
      'InvalidArgument', 400);
    await refused(client.batchSendMessage(queue, [...messages(2), { MessageBody: 'a < b' }]), 'MalformedXML', 400);
    await refused(client.peekMessage(queue), 'MessageNotExist', 404);
  });

  it('a batch has 1 to 16 entries', async () => {
    const queue = await newQueue(broker, client);
    await refused(client.batchSendMessage(queue, []), 'InvalidArgument', 400);
    await refused(client.batchSendMessage(queue, messages(17)), 'InvalidArgument', 400);
    for (const count of [0, 17, -1]) {
      await refused(client.batchReceiveMessage(queue, count), 'InvalidArgument', 400);
      await refused(client.batchPeekMessage(queue, count), 'InvalidArgument', 400);
    }
    await refused(client.batchDeleteMessage(queue, []), 'InvalidArgument', 400);
    await refused(client.batchDeleteMessage(queue, Array(17).fill('1-abc')), 'InvalidArgument', 400);
  });

  it('the bodies of a batch have 65536 bytes together', async () => {
    const queue = await newQueue(broker, client);
    const half = { MessageBody: 'x'.repeat(32768) };
    assert.equal((await client.batchSendMessage(queue, [half, half])).code, 201);
    await refused(client.batchSendMessage(queue, [half, half, { MessageBody: 'x' }]), 'InvalidArgument', 400);
    assert.equal((await client.getQueueAttributes(queue)).body.ActiveMessages, '2');
  });
});
