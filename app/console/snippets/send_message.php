<?php
// composer require aliyun/aliyun-mns-php-sdk
require __DIR__ . '/vendor/autoload.php';

use AliyunMNS\Client;
use AliyunMNS\Model\MessagePropertyValue; // with properties
use AliyunMNS\Model\PropertyType; // with properties
use AliyunMNS\Requests\SendMessageRequest;

$client = new Client('http://127.0.0.1:9324', 'local-id', 'local-secret');
$queue = $client->getQueueRef('QUEUE_NAME', true); // Base64 on the wire
$queue = $client->getQueueRef('QUEUE_NAME', false); // as it is

$request = new SendMessageRequest('BODY', 8640001, 8640002);
$request->setUserProperties([ // with properties
    'PROPERTY_NAME' => PROPERTY_VALUE,
]); // with properties
$sent = $queue->sendMessage($request);
echo $sent->getMessageId(), PHP_EOL;
