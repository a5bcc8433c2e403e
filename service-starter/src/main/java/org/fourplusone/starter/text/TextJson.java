package org.fourplusone.starter.text;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How {@link Text} is written: one string in an HTTP answer, both languages everywhere else. */
public final class TextJson extends SimpleModule {

    private static final String ANSWERING = TextJson.class.getName() + ".answering";

    public TextJson() {
        super("text");
        addSerializer(Text.class, new Writer());
        addDeserializer(Text.class, new Reader());
    }

    /** Marks the moment from which on JSON is written for the caller and no longer for storage. */
    @RestControllerAdvice
    public static class Answers implements ResponseBodyAdvice<Object> {

        @Override
        public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter type,
                MediaType contentType,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
            if (attributes != null) {
                attributes.setAttribute(ANSWERING, true, RequestAttributes.SCOPE_REQUEST);
            }
            return body;
        }
    }

    private static boolean isAnswering() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes != null && attributes.getAttribute(ANSWERING, RequestAttributes.SCOPE_REQUEST) != null;
    }

    private static final class Writer extends ValueSerializer<Text> {

        @Override
        public void serialize(Text text, JsonGenerator json, SerializationContext context) {
            Language language = isAnswering() ? Language.current() : Language.BOTH;
            if (language == Language.BOTH) {
                json.writeStartObject();
                json.writeStringProperty("zh", text.zh());
                json.writeStringProperty("en", text.en());
                json.writeEndObject();
            } else {
                json.writeString(text.in(language));
            }
        }
    }

    private static final class Reader extends ValueDeserializer<Text> {

        @Override
        public Text deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new Text(parser.getString(), parser.getString());
            }
            Form form = context.readValue(parser, Form.class);
            return new Text(form.zh(), form.en());
        }

        private record Form(String zh, String en) {}
    }
}
