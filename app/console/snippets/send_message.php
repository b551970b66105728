<?php
// composer require aliyun/aliyun-mns-php-sdk
require __DIR__ . '/vendor/autoload.php';

use AliyunMNS\Client;
use AliyunMNS\Requests\SendMessageRequest;

$client = new Client('http://127.0.0.1:9324', 'local-id', 'local-secret');
$queue = $client->getQueueRef('QUEUE_NAME', true); // Base64 on the wire
$queue = $client->getQueueRef('QUEUE_NAME', false); // as it is

$sent = $queue->sendMessage(new SendMessageRequest('BODY', 8640001, 8640002));
echo $sent->getMessageId(), PHP_EOL;
