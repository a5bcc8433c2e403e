package org.fourplusone.industry.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.sample.SampleCodes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedIT extends RunningIndustry {

    @Autowired
    JdbcClient database;

    @Test
    void refusesALimitOutOfRange() throws Exception {
        assertThat(send(as(SERVICE, "/facts/feed?limit=0")).statusCode()).isEqualTo(400);
        assertThat(send(as(SERVICE, "/facts/feed?limit=20001")).statusCode()).isEqualTo(400);
        assertThat(send(as(SERVICE, "/facts/feed?after=-1")).statusCode()).isEqualTo(400);
    }

    @Test
    void losesNoChangeInTheFeedUnderConcurrency() throws Exception {
        int writers = 6;
        int changesEach = 12;
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService pool = Executors.newFixedThreadPool(writers + 1);
        try {
            long start = database.sql("SELECT last_number FROM change_sequence")
                    .query(Long.class)
                    .single();
            Future<Set<String>> reader = pool.submit(() -> follow(start, writing));
            List<Future<Set<String>>> written = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String code = SampleCodes.of(100 + writer);
                written.add(pool.submit((Callable<Set<String>>) () -> write(code, changesEach)));
            }
            Set<String> expected = new HashSet<>();
            for (Future<Set<String>> each : written) {
                expected.addAll(each.get());
            }
            writing.set(false);
            Set<String> newest = new HashSet<>();
            for (int writer = 0; writer < writers; writer++) {
                newest.add(SampleCodes.of(100 + writer) + "=" + (changesEach * 10) + ".00");
            }
            assertThat(expected).containsAll(newest);
            assertThat(reader.get()).containsAll(newest);
        } finally {
            pool.shutdownNow();
        }
    }

    private Set<String> write(String code, int times) throws Exception {
        Set<String> written = new HashSet<>();
        String path = "/enterprises/" + code + "/facts";
        for (int i = 1; i <= times; i++) {
            HttpResponse<String> answer = put(
                    REVIEWER,
                    path,
                    etag(send(as(REVIEWER, path))),
                    "{\"facts\":[{\"key\":\"tech.contractPaid\",\"value\":" + i * 10 + "}]}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            written.add(code + "=" + i * 10 + ".00");
        }
        return written;
    }

    /** Follows the feed from a cursor until the writing ends and one more look finds nothing. */
    private Set<String> follow(long start, AtomicBoolean writing) throws Exception {
        Set<String> seen = new HashSet<>();
        long cursor = start;
        while (true) {
            boolean last = !writing.get();
            // Two at a time, so that the reader pages while others write.
            String body =
                    send(as(SERVICE, "/facts/feed?limit=2&after=" + cursor)).body();
            for (String line : body.isEmpty() ? new String[0] : body.split("\n")) {
                JsonNode document = JsonMapper.shared().readTree(line);
                assertThat(document.get("cursor").asLong()).isGreaterThan(cursor);
                cursor = document.get("cursor").asLong();
                for (JsonNode fact : document.get("facts")) {
                    if (fact.get("key").asString().equals("tech.contractPaid")) {
                        seen.add(document.get("creditCode").asString() + "="
                                + fact.get("value").asString());
                    }
                }
            }
            if (last && body.isEmpty()) {
                return seen;
            }
        }
    }
}
