// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Broker } from '../support/broker.js';
import { bodyMd5 } from '../support/md5.js';
import { newClient, newQueue, refused, sendAndReceive } from './fixture.js';

const RECEIVED = [
  'MessageId',
  'MessageBodyMD5',
  'MessageBody',
  'ReceiptHandle',
  'EnqueueTime',
  'FirstDequeueTime',
  'NextVisibleTime',
  'DequeueCount',
  'Priority',
];
const PEEKED = RECEIVED.filter((name) => name !== 'ReceiptHandle' && name !== 'NextVisibleTime');

describe('@alicloud/mns: one message at a time', () => {
  let broker;
  let client;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    await broker.admin.freezeClock();
  });
  after(() => broker?.stop());

  it('a send is answered with 201, the id and the MD5 of the body', async () => {
    const queue = await newQueue(broker, client);
    const { code, body } = await client.sendMessage(queue, { MessageBody: 'SGVsbG8=' });
    assert.equal(code, 201);
    assert.deepEqual(Object.keys(body), ['MessageId', 'MessageBodyMD5']);
    assert.match(body.MessageId, /^[0-9A-F]{32}$/);
    assert.equal(body.MessageBodyMD5, 'F76691D4C1532DDC644B6FCEF012DD94');
  });

  it('a received message carries the nine elements in their order', async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 45 });
    const { body: sent } = await client.sendMessage(queue, { MessageBody: 'hello' });
    const sentAtMs = await broker.admin.clock();
    const receivedAtMs = await broker.admin.advanceClock(2);

    const { code, body } = await client.receiveMessage(queue);
    assert.equal(code, 200);
    assert.deepEqual(Object.keys(body), RECEIVED);
    const { ReceiptHandle, ...rest } = body;
    assert.match(ReceiptHandle, /^[A-Za-z0-9-]+$/);
    assert.deepEqual(rest, {
      MessageId: sent.MessageId,
      MessageBodyMD5: sent.MessageBodyMD5,
      MessageBody: 'hello',
      EnqueueTime: String(sentAtMs),
      FirstDequeueTime: String(receivedAtMs),
      NextVisibleTime: String(receivedAtMs + 45_000),
      DequeueCount: '1',
      Priority: '8',
    });
  });

  for (const [what, text] of [
    ['of several scripts', 'Signal 信号箱 сигнал إشارة 🚦'],
    ['with blanks and line feeds around and within', ' two\nlines\t'],
    ['of 65536 bytes', 'x'.repeat(65536)],
    ['of 65535 bytes in 21845 characters', '信'.repeat(21845)],
  ]) {
    it(`a body ${what} comes back as it was`, async () => {
      const message = await sendAndReceive(client, await newQueue(broker, client), { MessageBody: text });
      assert.equal(message.MessageBody, text);
      assert.equal(message.MessageBodyMD5, bodyMd5(text));
    });
  }

  it('a body that the caller escaped comes back as meant', async () => {
    const queue = await newQueue(broker, client);
    const message = await sendAndReceive(client, queue, { MessageBody: '&lt;b&gt; &amp;amp; &#x4fe1;' });
    assert.equal(message.MessageBody, '<b> &amp; 信');
    assert.equal(message.MessageBodyMD5, bodyMd5('<b> &amp; 信'));
  });

  it('properties and the group come back as they were sent', async () => {
    const queue = await newQueue(broker, client);
    const trace = {
      Name: 'traceparent',
      Value: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      Type: 'STRING',
    };
    const user = [
      { Name: 'retry', Value: '3', Type: 'NUMBER' },
      { Name: 'picture', Value: 'AAEC', Type: 'BINARY' },
      { Name: 'urgent', Value: 'true', Type: 'BOOLEAN' },
      { Name: 'source.name_1-a', Value: '上海', Type: 'STRING' },
    ];
    // The SDK passes text on as it is, which is the only way to give it a list.
    const list = user.map(({ Name, Value, Type }) =>
      `<PropertyValue><Name>${Name}</Name><Value>${Value}</Value><Type>${Type}</Type></PropertyValue>`);
    const message = await sendAndReceive(client, queue, {
      MessageBody: 'with properties',
      MessageGroupId: 'group-7',
      SystemProperties: { SystemPropertyValue: trace },
      UserProperties: list.join(''),
    });
    assert.deepEqual(message.SystemProperties, [{ SystemPropertyValue: [trace] }]);
    assert.deepEqual(message.UserProperties, [{ PropertyValue: user }]);
    assert.equal(message.MessageGroupId, 'group-7');
    assert.equal(Object.keys(message).at(-1), 'UserProperties');
  });

  it('a smaller number is served first, and equals in the order of their arrival', async () => {
    const queue = await newQueue(broker, client);
    for (const [MessageBody, Priority] of [['last', 16], ['third', 8], ['fourth', 8], ['first', 1], ['second', 7]]) {
      await client.sendMessage(queue, { MessageBody, Priority });
    }
    await client.sendMessage(queue, { MessageBody: 'fifth' });
    const served = [];
    for (let i = 0; i < 6; i += 1) {
      served.push((await client.receiveMessage(queue)).body.MessageBody);
    }
    assert.deepEqual(served, ['first', 'second', 'third', 'fourth', 'fifth', 'last']);
  });

  it('an empty queue is answered with MessageNotExist', async () => {
    const queue = await newQueue(broker, client);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
    await refused(client.peekMessage(queue), 'MessageNotExist', 404);
  });

  it('a leased message is invisible until its time is over, then it comes again', async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 10 });
    const first = await sendAndReceive(client, queue, { MessageBody: 'again' });
    await broker.admin.advanceClock(9);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
    await refused(client.peekMessage(queue), 'MessageNotExist', 404);

    await broker.admin.advanceClock(1);
    const { body: second } = await client.receiveMessage(queue);
    assert.equal(second.MessageId, first.MessageId);
    assert.equal(second.EnqueueTime, first.EnqueueTime);
    assert.equal(second.FirstDequeueTime, first.FirstDequeueTime);
    assert.equal(second.DequeueCount, '2');
    assert.notEqual(second.ReceiptHandle, first.ReceiptHandle);

    await refused(client.deleteMessage(queue, first.ReceiptHandle), 'ReceiptHandleError', 400);
    assert.equal((await client.deleteMessage(queue, second.ReceiptHandle)).code, 204);
  });

  it('a handle lapses with its lease, even if nobody else received the message', async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 10 });
    const { ReceiptHandle } = await sendAndReceive(client, queue, { MessageBody: 'late' });
    await broker.admin.advanceClock(10);
    await refused(client.deleteMessage(queue, ReceiptHandle), 'ReceiptHandleError', 400);
    await refused(client.changeMessageVisibility(queue, ReceiptHandle, 30), 'ReceiptHandleError', 400);
    assert.equal((await client.peekMessage(queue)).body.MessageBody, 'late');
  });

  it('peeking changes nothing', async () => {
    const queue = await newQueue(broker, client);
    await client.sendMessage(queue, { MessageBody: 'look' });
    for (let i = 0; i < 2; i += 1) {
      const { code, body } = await client.peekMessage(queue);
      assert.equal(code, 200);
      assert.deepEqual(Object.keys(body), PEEKED);
      assert.equal(body.MessageBody, 'look');
      assert.equal(body.DequeueCount, '0');
    }
    assert.equal((await client.receiveMessage(queue)).body.DequeueCount, '1');
  });

  it('a message is deleted once', async () => {
    const queue = await newQueue(broker, client);
    const { ReceiptHandle } = await sendAndReceive(client, queue, { MessageBody: 'done' });
    assert.equal((await client.deleteMessage(queue, ReceiptHandle)).code, 204);
    await refused(client.deleteMessage(queue, ReceiptHandle), 'MessageNotExist', 404);
    await refused(client.changeMessageVisibility(queue, ReceiptHandle, 30), 'MessageNotExist', 404);
  });

  it('a changed visibility counts from now and replaces the handle', async () => {
    const queue = await newQueue(broker, client, { VisibilityTimeout: 10 });
    const { ReceiptHandle: old } = await sendAndReceive(client, queue, { MessageBody: 'longer' });
    const nowMs = await broker.admin.advanceClock(5);

    const { code, body } = await client.changeMessageVisibility(queue, old, 60);
    assert.equal(code, 200);
    assert.deepEqual(Object.keys(body), ['ReceiptHandle', 'NextVisibleTime']);
    assert.equal(body.NextVisibleTime, String(nowMs + 60_000));
    await refused(client.deleteMessage(queue, old), 'ReceiptHandleError', 400);

    await broker.admin.advanceClock(59);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
    assert.equal((await client.deleteMessage(queue, body.ReceiptHandle)).code, 204);
  });

  it('a visibility of one second gives a message back early', async () => {
    const queue = await newQueue(broker, client);
    const { ReceiptHandle } = await sendAndReceive(client, queue, { MessageBody: 'back' });
    await client.changeMessageVisibility(queue, ReceiptHandle, 1);
    await broker.admin.advanceClock(1);
    assert.equal((await client.receiveMessage(queue)).body.DequeueCount, '2');
  });

  it('a delayed message is out of sight until it is due', async () => {
    const queue = await newQueue(broker, client);
    const { body: sent } = await client.sendMessage(queue, { MessageBody: 'later', DelaySeconds: 60 });
    assert.deepEqual(Object.keys(sent), ['MessageId', 'MessageBodyMD5', 'ReceiptHandle']);
    await broker.admin.advanceClock(59);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
    await refused(client.peekMessage(queue), 'MessageNotExist', 404);
    assert.equal((await client.getQueueAttributes(queue)).body.DelayMessages, '1');

    await broker.admin.advanceClock(1);
    const { body } = await client.receiveMessage(queue);
    assert.equal(body.MessageId, sent.MessageId);
    assert.equal(body.DequeueCount, '1');
  });

  it('the handle of a delayed message deletes it', async () => {
    const queue = await newQueue(broker, client);
    const { body: sent } = await client.sendMessage(queue, { MessageBody: 'rolled back', DelaySeconds: 60 });
    assert.equal((await client.deleteMessage(queue, sent.ReceiptHandle)).code, 204);
    await broker.admin.advanceClock(60);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
  });

  it('the handle of a delayed message moves its time', async () => {
    const queue = await newQueue(broker, client);
    const { body: sent } = await client.sendMessage(queue, { MessageBody: 'committed', DelaySeconds: 3600 });
    await client.changeMessageVisibility(queue, sent.ReceiptHandle, 1);
    await broker.admin.advanceClock(1);
    assert.equal((await client.receiveMessage(queue)).body.MessageBody, 'committed');
  });

  it("a message's own delay, even none, replaces the queue's", async () => {
    const queue = await newQueue(broker, client, { DelaySeconds: 30 });
    await client.sendMessage(queue, { MessageBody: 'as the queue says' });
    await client.sendMessage(queue, { MessageBody: 'at once', DelaySeconds: 0 });
    assert.equal((await client.receiveMessage(queue)).body.MessageBody, 'at once');
    await broker.admin.advanceClock(30);
    assert.equal((await client.peekMessage(queue)).body.MessageBody, 'as the queue says');
  });

  it('a message that outlived the retention of its queue is gone, leased or not', async () => {
    const queue = await newQueue(broker, client, { MessageRetentionPeriod: 60, VisibilityTimeout: 600 });
    const { ReceiptHandle } = await sendAndReceive(client, queue, { MessageBody: 'leased' });
    await client.sendMessage(queue, { MessageBody: 'waiting' });
    await broker.admin.advanceClock(60);
    await refused(client.receiveMessage(queue), 'MessageNotExist', 404);
    await refused(client.deleteMessage(queue, ReceiptHandle), 'MessageNotExist', 404);
  });

  it('the counts of a queue follow its messages', async () => {
    const queue = await newQueue(broker, client);
    await client.sendMessage(queue, { MessageBody: 'leased' });
    await client.receiveMessage(queue);
    await client.sendMessage(queue, { MessageBody: 'ready' });
    await client.sendMessage(queue, { MessageBody: 'ready, too' });
    await client.sendMessage(queue, { MessageBody: 'delayed', DelaySeconds: 60 });
    const { body } = await client.getQueueAttributes(queue);
    assert.deepEqual([body.ActiveMessages, body.InactiveMessages, body.DelayMessages], ['2', '1', '1']);
  });
});
