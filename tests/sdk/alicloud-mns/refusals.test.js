// SPDX-License-Identifier: GPL-3.0-only
import { after, before, describe, it } from 'node:test';

import { Broker, KEY } from '../support/broker.js';
import { newClient, newQueue, refused, sendAndReceive } from './fixture.js';

describe('@alicloud/mns: what is refused', () => {
  let broker;
  let client;
  let queue;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    queue = await newQueue(broker, client);
  });
  after(() => broker?.stop());

  describe('in a queue that does not exist', () => {
    const missing = 'missing';
    for (const [operation, call] of Object.entries({
      getQueueAttributes: () => client.getQueueAttributes(missing),
      setQueueAttributes: () => client.setQueueAttributes(missing, { DelaySeconds: 1 }),
      sendMessage: () => client.sendMessage(missing, { MessageBody: 'm' }),
      batchSendMessage: () => client.batchSendMessage(missing, [{ MessageBody: 'm' }]),
      receiveMessage: () => client.receiveMessage(missing),
      'receiveMessage with a wait': () => client.receiveMessage(missing, 30),
      batchReceiveMessage: () => client.batchReceiveMessage(missing, 16),
      peekMessage: () => client.peekMessage(missing),
      batchPeekMessage: () => client.batchPeekMessage(missing, 16),
      deleteMessage: () => client.deleteMessage(missing, '1-abc'),
      batchDeleteMessage: () => client.batchDeleteMessage(missing, ['1-abc']),
      changeMessageVisibility: () => client.changeMessageVisibility(missing, '1-abc', 30),
    })) {
      it(operation, () => refused(call(), 'QueueNotExist', 404));
    }
  });

  describe('of a message', () => {
    for (const [what, message, code] of [
      ['without a body', {}, 'InvalidArgument'],
      ['with an empty body', { MessageBody: '' }, 'InvalidArgument'],
      ['of 65537 bytes', { MessageBody: 'x'.repeat(65537) }, 'InvalidArgument'],
      ['of 65538 bytes in 21846 characters', { MessageBody: '信'.repeat(21846) }, 'InvalidArgument'],
      ['with a priority of 17', { MessageBody: 'm', Priority: 17 }, 'InvalidArgument'],
      ['with a negative priority', { MessageBody: 'm', Priority: -1 }, 'InvalidArgument'],
      ['with a priority in words', { MessageBody: 'm', Priority: 'high' }, 'InvalidArgument'],
      ['with a negative delay', { MessageBody: 'm', DelaySeconds: -1 }, 'InvalidArgument'],
      ['delayed by more than a week', { MessageBody: 'm', DelaySeconds: 604801 }, 'InvalidArgument'],
      ['with an unescaped <', { MessageBody: 'a < b' }, 'MalformedXML'],
      ['with an unescaped &', { MessageBody: 'you & me' }, 'MalformedXML'],
      ['with an unknown entity', { MessageBody: '&nbsp;' }, 'MalformedXML'],
      ['with a character that XML forbids', { MessageBody: 'bell \u0007' }, 'MalformedXML'],
    ]) {
      it(`a send ${what}`, () => refused(client.sendMessage(queue, message), code, 400));
    }

    it('a body above the size of its queue', async () => {
      const small = await newQueue(broker, client, { MaximumMessageSize: 1024 });
      await client.sendMessage(small, { MessageBody: 'x'.repeat(1024) });
      await refused(client.sendMessage(small, { MessageBody: 'x'.repeat(1025) }), 'InvalidArgument', 400);
    });

    it('a handle that is none', async () => {
      await refused(client.deleteMessage(queue, 'no-handle'), 'InvalidArgument', 400);
      await refused(client.changeMessageVisibility(queue, 'no-handle', 30), 'InvalidArgument', 400);
    });

    it('a handle of another queue', async () => {
      const other = await newQueue(broker, client);
      const { ReceiptHandle } = await sendAndReceive(client, other, { MessageBody: 'm' });
      await refused(client.deleteMessage(queue, ReceiptHandle), 'MessageNotExist', 404);
    });

    it('a call without a handle', async () => {
      await refused(client.deleteMessage(queue, ''), 'MissingReceiptHandle', 400);
      await refused(client.changeMessageVisibility(queue, '', 30), 'MissingReceiptHandle', 400);
    });

    it('a visibility that is missing, not a number or out of range', async () => {
      const { ReceiptHandle } = await sendAndReceive(client, await newQueue(broker, client), { MessageBody: 'm' });
      await refused(client.changeMessageVisibility(queue, ReceiptHandle, ''), 'MissingVisibilityTimeout', 400);
      await refused(client.changeMessageVisibility(queue, ReceiptHandle, 'soon'), 'InvalidQueryString', 400);
      await refused(client.changeMessageVisibility(queue, ReceiptHandle, -1), 'InvalidArgument', 400);
      await refused(client.changeMessageVisibility(queue, ReceiptHandle, 43201), 'InvalidArgument', 400);
    });

    it('a wait or a number out of range or in words', async () => {
      await refused(client.receiveMessage(queue, 31), 'InvalidArgument', 400);
      await refused(client.receiveMessage(queue, -1), 'InvalidArgument', 400);
      await refused(client.batchReceiveMessage(queue, 16, 31), 'InvalidArgument', 400);
      await refused(client.batchReceiveMessage(queue, 'all'), 'InvalidQueryString', 400);
    });
  });

  describe('of a request', () => {
    const withHeaders = (headers) => client.get('/queues', 'Queues', { headers });
    const hourAgo = () => new Date(Date.now() - 3_600_000).toUTCString();

    it('signed with another secret', () =>
      refused(newClient(broker, { accessKeySecret: 'guessed' }).listQueue(), 'SignatureDoesNotMatch', 403));
    it('of an unknown key', () =>
      refused(newClient(broker, { accessKeyId: 'stranger' }).listQueue(), 'InvalidAccessKeyId', 403));
    it('with an authorization of another form', () =>
      refused(newClient(broker, { accessKeyId: `two ${KEY.id}` }).listQueue(), 'InvalidAuthorizationHeader', 400));
    it('an hour old', () => refused(withHeaders({ date: hourAgo() }), 'TimeExpired', 408));
    it('with a date that is none', () => refused(withHeaders({ date: 'yesterday' }), 'InvalidDateHeader', 400));
    it('without a date', () => refused(withHeaders({ date: '', 'x-mns-date': '' }), 'MissingDateHeader', 400));
    it('of another version', () =>
      refused(withHeaders({ 'x-mns-version': '2015-06-07' }), 'InvalidVersionHeader', 400));
    it('without a version', () => refused(withHeaders({ 'x-mns-version': '' }), 'MissingVersionHeader', 400));
    it('whose MD5 is of another body', () =>
      refused(client.put('/queues/digest', 'Queue', '<Queue/>', [], {
        headers: { 'content-md5': 'ZDQxZDhjZDk4ZjAwYjIwNGU5ODAwOTk4ZWNmODQyN2U=' },
      }), 'InvalidDegist', 400));
    it('whose body is said not to be XML', () =>
      refused(client.put('/queues/typed', 'Queue', '<Queue/>', [], {
        headers: { 'content-type': 'application/json' },
      }), 'InvalidContentType', 400));
    it('with a document of another operation', () =>
      refused(client.put('/queues/other', 'Queue', '<Topic/>'), 'InvalidArgument', 400));
    it('on a path that is none', async () => {
      await refused(client.getQueueAttributes(`${queue}/letters`), 'InvalidRequestURL', 400);
      await refused(client.post(`/queues/${queue}`, 'Queue', ''), 'InvalidRequestURL', 400);
    });
  });
});

describe('@alicloud/mns: what a broker with quotas refuses', () => {
  let broker;
  let client;

  before(async () => {
    broker = await Broker.start('--max-queues', '1', '--max-concurrent-polls', '1');
    client = newClient(broker);
    await client.createQueue('only');
  });
  after(() => broker?.stop());

  it('a queue more', () => refused(client.createQueue('second'), 'QueueNumExceededLimit', 400));

  it('a long poll more', { timeout: 20_000 }, async () => {
    const waiting = client.receiveMessage('only', 30);
    await broker.admin.untilWaiting('only', 1);
    await refused(client.receiveMessage('only', 30), 'QpsLimitExceeded', 400);
    await client.sendMessage('only', { MessageBody: 'm' });
    await waiting;
  });
});
