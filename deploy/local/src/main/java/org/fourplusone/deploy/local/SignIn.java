package org.fourplusone.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs a sample account in and out again: the proof that the gateway, its database and its keys work together. */
final class SignIn {
    private static final Pattern CSRF =
            Pattern.compile("\"header\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ACCOUNT =
            Pattern.compile("\"username\"\\s*:\\s*\"(analyst)\"[^}]*?\"password\"\\s*:\\s*\"([^\"]+)\"");

    private final String session;
    private final Map<String, String> cookies = new HashMap<>();

    private SignIn(String address) {
        this.session = address + "/api/session";
    }

    /** Whether the sign-in was answered with a signed-in session; without sample accounts, whether sessions are answered. */
    static boolean works(String address, Path accounts) {
        SignIn attempt = new SignIn(address);
        Http.Answer before = attempt.send("GET", "", Map.of());
        if (!before.isGood() || !Files.exists(accounts)) {
            return before.isGood();
        }
        Matcher account = ACCOUNT.matcher(read(accounts));
        if (!account.find()) {
            return true;
        }
        String credentials = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(account.group(1), account.group(2));
        Http.Answer after = attempt.send("POST", credentials, csrf(before));
        if (after.isGood()) {
            attempt.send("DELETE", "", csrf(after));
        }
        return after.isGood();
    }

    private static Map<String, String> csrf(Http.Answer answer) {
        Matcher csrf = CSRF.matcher(answer.body());
        return csrf.find() ? Map.of(csrf.group(1), csrf.group(2)) : Map.of();
    }

    private Http.Answer send(String method, String json, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Http.Answer answer = Http.send(method, session, all, json.isEmpty() ? null : json);
        for (String cookie : answer.cookies()) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
