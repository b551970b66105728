// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { ACCOUNT, Broker } from '../support/broker.js';
import { cloudEndpoint, routeCloudHostsTo } from '../support/cloudhosts.js';
import { Receiver } from '../support/receiver.js';
import { AliMNS, newAccount, newQueue, refused } from './fixture.js';

describe('ali-mns: topics', () => {
  const account = newAccount();
  const mns = new AliMNS.MNSTopic(account);
  const named = (name) => new AliMNS.Topic(name, account);
  let broker;
  let receiver;

  before(async () => {
    broker = await Broker.start();
    receiver = await Receiver.start();
    routeCloudHostsTo(broker.endpoint);
  });
  after(async () => {
    receiver?.stop();
    await broker?.stop();
  });

  it('topics are created, told of, changed, listed and deleted', async () => {
    assert.equal(await mns.createTopicP('news', { MaximumMessageSize: 2048 }), 201);
    assert.equal(await mns.createTopicP('news', { MaximumMessageSize: 2048 }), 204);
    await refused(mns.createTopicP('news'), 'TopicAlreadyExist');
    assert.equal(await named('news').setAttrsP({ MaximumMessageSize: 4096 }), 204);
    assert.equal((await named('news').getAttrsP()).Topic.MaximumMessageSize, '4096');
    const { Topics } = await mns.listTopicP('ne');
    assert.deepEqual(Topics.Topic, { TopicURL: `${cloudEndpoint(ACCOUNT)}/topics/news` });
    assert.equal(await mns.deleteTopicP('news'), 204);
    await refused(named('news').getAttrsP(), 'TopicNotExist');
  });

  it('subscriptions are made, told of, changed, listed and ended', async () => {
    await mns.createTopicP('subscribed');
    const topic = named('subscribed');
    const { BACKOFF_RETRY, EXPONENTIAL_DECAY_RETRY } = AliMNS.Subscription.NotifyStrategy;
    assert.equal(await topic.subscribeP('web', receiver.endpoint, BACKOFF_RETRY, 'XML', 'red'), 201);
    assert.equal(await topic.subscribeP('web', receiver.endpoint, BACKOFF_RETRY, 'XML', 'red'), 204);
    await refused(topic.subscribeP('web', receiver.endpoint), 'SubscriptionAlreadyExist');
    await refused(topic.subscribeP('bad', 'pigeon'), 'EndpointInvalid');

    const subscription = new AliMNS.Subscription('web', topic);
    assert.equal(await subscription.setAttrsP({ NotifyStrategy: EXPONENTIAL_DECAY_RETRY }), 204);
    const { $: root, CreateTime, LastModifyTime, ...attributes } = (await subscription.getAttrsP()).Subscription;
    assert.deepEqual(root, { xmlns: 'http://mns.aliyuncs.com/doc/v1' });
    assert.ok(Number(CreateTime) <= Number(LastModifyTime));
    assert.deepEqual(attributes, {
      SubscriptionName: 'web',
      Subscriber: ACCOUNT,
      TopicOwner: ACCOUNT,
      TopicName: 'subscribed',
      Endpoint: receiver.endpoint,
      NotifyStrategy: 'EXPONENTIAL_DECAY_RETRY',
      NotifyContentFormat: 'XML',
      FilterTag: 'red',
    });
    const { Subscriptions } = await topic.listP();
    assert.deepEqual(Subscriptions.Subscription, {
      SubscriptionURL: `${cloudEndpoint(ACCOUNT)}/topics/subscribed/subscriptions/web`,
    });
    assert.equal(await topic.unsubscribeP('web'), 204);
    assert.equal(await topic.unsubscribeP('web'), 204);
    await refused(subscription.getAttrsP(), 'SubscriptionNotExist');
  });

  it('what is published reaches a queue and a receiver, the body in Base64', async () => {
    await mns.createTopicP('fan-out');
    const topic = named('fan-out');
    const queue = await newQueue(broker, account);
    const endpoint = `acs:mns:cn-hangzhou:${ACCOUNT}:queues/${queue.name}`;
    await topic.subscribeP('copy', endpoint, 'BACKOFF_RETRY', 'SIMPLIFIED');
    await topic.subscribeP('web', receiver.endpoint, 'BACKOFF_RETRY', 'JSON');
    const { Message } = await topic.publishP('你好', true);

    const push = await receiver.next();
    const notification = JSON.parse(push.body);
    assert.equal(notification.MessageId, Message.MessageId);
    assert.equal(notification.MessageMD5, Message.MessageBodyMD5);
    assert.equal(Buffer.from(notification.Message, 'base64').toString(), '你好');
    assert.equal((await queue.one.recvP(5)).Message.MessageBody, '你好');
  });
});
