// Maven: com.aliyun.mns:aliyun-sdk-mns:2.0.0
import com.aliyun.mns.client.CloudAccount;
import com.aliyun.mns.client.CloudQueue;
import com.aliyun.mns.client.MNSClient;
import com.aliyun.mns.model.Message;
import com.aliyun.mns.model.MessagePropertyValue; // with properties
import com.aliyun.mns.model.PropertyType; // with properties
import java.util.HashMap; // with properties
import java.util.Map; // with properties

public class SendMessage {
    public static void main(String[] args) throws Exception {
        CloudAccount account = new CloudAccount(
            "local-id", "local-secret", "http://127.0.0.1:9324");
        MNSClient client = account.getMNSClient();
        CloudQueue queue = client.getQueueRef("QUEUE_NAME");

        Message message = new Message();
        message.setMessageBody("BODY"); // Base64 on the wire
        message.setMessageBodyAsRawString("BODY"); // as it is
        message.setDelaySeconds(8640001);
        message.setPriority(8640002);
        message.setMessageGroupId("GROUP_ID"); // with a group
        Map<String, MessagePropertyValue> properties = new HashMap<>(); // with properties
        properties.put("PROPERTY_NAME", PROPERTY_VALUE);
        message.setUserProperties(properties); // with properties
        System.out.println(queue.putMessage(message).getMessageId());
        client.close();
    }
}
