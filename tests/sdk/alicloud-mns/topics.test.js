// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { ACCOUNT, Broker } from '../support/broker.js';
import { bodyMd5 } from '../support/md5.js';
import { Receiver } from '../support/receiver.js';
import { newClient, newQueue, refused } from './fixture.js';

// The SDK has no calls for subscriptions; its own put() signs and sends what they would.
function subscribe(client, topic, name, elements) {
  const body = Buffer.from(`<?xml version="1.0"?><Subscription>${elements}</Subscription>`);
  return client.put(`/topics/${topic}/subscriptions/${name}`, 'Subscription', body, ['location']);
}

describe('@alicloud/mns: topics', () => {
  let broker;
  let client;
  let receiver;

  before(async () => {
    broker = await Broker.start();
    client = newClient(broker);
    receiver = await Receiver.start();
  });
  after(async () => {
    receiver?.stop();
    await broker?.stop();
  });

  it('a new topic is answered with 201 and its location, again with 204', async () => {
    const reply = await client.createTopic('news');
    assert.equal(reply.code, 201);
    assert.equal(reply.headers.location, `${broker.endpoint}/topics/news`);
    assert.equal((await client.createTopic('news')).code, 204);
    await refused(client.createTopic('news', { MaximumMessageSize: 1024 }), 'TopicAlreadyExist', 409);
  });

  it('attributes are told in full and can be changed', async () => {
    await client.createTopic('attributes', { MaximumMessageSize: 2048 });
    assert.equal((await client.setTopicAttributes('attributes', { LoggingEnabled: 'True' })).code, 204);
    const { body } = await client.getTopicAttributes('attributes');
    assert.deepEqual(
      { ...body, CreateTime: '', LastModifyTime: '' },
      {
        TopicName: 'attributes',
        CreateTime: '',
        LastModifyTime: '',
        MaximumMessageSize: '2048',
        MessageRetentionPeriod: '86400',
        MessageCount: '0',
        LoggingEnabled: 'True',
      },
    );
  });

  it('a push with a tag of any script is genuine', async () => {
    await client.createTopic('scripts');
    await subscribe(client, 'scripts', 'web', `<Endpoint>${receiver.endpoint}</Endpoint>`);
    await client.publishMessage('scripts', { MessageBody: 'hello', MessageTag: '标签' });
    const push = await receiver.next();
    assert.equal(Buffer.from(push.headers['x-mns-message-tag'], 'latin1').toString(), '标签');
  });

  it('topics are listed by prefix', async () => {
    await client.createTopic('list-a');
    await client.createTopic('list-b');
    const { body } = await client.listTopic(undefined, 10, 'list-');
    assert.deepEqual(
      body.map((topic) => topic.TopicURL),
      [`${broker.endpoint}/topics/list-a`, `${broker.endpoint}/topics/list-b`],
    );
  });

  it('names and topics that are not there are refused', async () => {
    await refused(client.createTopic('a_b'), 'TopicNameInvalid', 400);
    await refused(client.createTopic('t'.repeat(121)), 'TopicNameLengthError', 400);
    await refused(client.getTopicAttributes('absent'), 'TopicNotExist', 404);
    await refused(client.publishMessage('absent', { MessageBody: 'x' }), 'TopicNotExist', 404);
    await refused(client.setTopicAttributes('news', { MaximumMessageSize: 1 }), 'InvalidArgument', 400);
  });

  it('a published message reaches a queue and a receiver that checks its signature', async () => {
    await client.createTopic('fan-out');
    const queue = await newQueue(broker, client);
    const endpoint = `acs:mns:cn-hangzhou:${ACCOUNT}:queues/${queue}`;
    const simplified = '<NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>';
    const made = await subscribe(client, 'fan-out', 'copy', `<Endpoint>${endpoint}</Endpoint>${simplified}`);
    assert.equal(made.code, 201);
    assert.equal(made.headers.location, `${broker.endpoint}/topics/fan-out/subscriptions/copy`);
    await subscribe(client, 'fan-out', 'web', `<Endpoint>${receiver.endpoint}</Endpoint><FilterTag>red</FilterTag>`);

    await client.publishMessage('fan-out', { MessageBody: 'not for the web' });
    const { code, body } = await client.publishMessage('fan-out', { MessageBody: 'hello', MessageTag: 'red' });
    assert.equal(code, 201);
    assert.equal(body.MessageBodyMD5, bodyMd5('hello'));

    const push = await receiver.next();
    assert.equal(push.headers['x-mns-message-id'], body.MessageId);
    assert.equal(push.headers['x-mns-message-tag'], 'red');
    assert.match(push.body, /<Message>hello<\/Message>/);
    const bodies = [await client.receiveMessage(queue, 5), await client.receiveMessage(queue, 5)];
    assert.deepEqual(bodies.map((reply) => reply.body.MessageBody), ['not for the web', 'hello']);
  });

  it('subscriptions are refused with their own codes', async () => {
    const web = `<Endpoint>${receiver.endpoint}</Endpoint>`;
    await client.createTopic('refusals');
    await subscribe(client, 'refusals', 's', web);
    assert.equal((await subscribe(client, 'refusals', 's', web)).code, 204);
    const json = '<NotifyContentFormat>JSON</NotifyContentFormat>';
    await refused(subscribe(client, 'refusals', 's', web + json), 'SubscriptionAlreadyExist', 409);
    await refused(subscribe(client, 'refusals', 'a_b', web), 'SubscriptionNameInvalid', 400);
    await refused(subscribe(client, 'refusals', 's'.repeat(256), web), 'SubscriptionNameLengthError', 400);
    await refused(subscribe(client, 'refusals', 'x', '<Endpoint>pigeon</Endpoint>'), 'EndpointInvalid', 400);
    await refused(subscribe(client, 'refusals', 'x', ''), 'EndpointInvalid', 400);
    await refused(subscribe(client, 'absent', 's', web), 'TopicNotExist', 404);
    await refused(client.get('/topics/refusals/subscriptions/absent', 'Subscription'), 'SubscriptionNotExist', 404);
  });
});
