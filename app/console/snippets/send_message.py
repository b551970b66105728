# pip install aliyun-mns-sdk
from mns.account import Account
from mns.queue import Message

account = Account("http://127.0.0.1:9324", "local-id", "local-secret")
queue = account.get_queue("QUEUE_NAME")
queue.set_encoding(True)  # Base64 on the wire
queue.set_encoding(False)  # as it is

sent = queue.send_message(Message("BODY", 8640001, 8640002))
print(sent.message_id)
