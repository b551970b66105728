<?php
// composer require aliyun/aliyun-mns-php-sdk
require __DIR__ . '/vendor/autoload.php';

use AliyunMNS\Client;
use AliyunMNS\Requests\CreateQueueRequest;
use AliyunMNS\Requests\SendMessageRequest;

$client = new Client('http://127.0.0.1:9324', 'local-id', 'local-secret');
$client->createQueue(new CreateQueueRequest('hello'));

$queue = $client->getQueueRef('hello');
$queue->sendMessage(new SendMessageRequest('Hello from PHP'));

$message = $queue->receiveMessage(10);
echo $message->getMessageBody(), PHP_EOL;
$queue->deleteMessage($message->getReceiptHandle());
