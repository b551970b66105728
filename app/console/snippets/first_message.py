# pip install aliyun-mns-sdk
from mns.account import Account
from mns.queue import Message, QueueMeta

account = Account("http://127.0.0.1:9324", "local-id", "local-secret")

queue = account.get_queue("hello")
queue.create(QueueMeta())
queue.send_message(Message("Hello from Python"))

message = queue.receive_message(10)
print(message.message_body)
queue.delete_message(message.receipt_handle)
