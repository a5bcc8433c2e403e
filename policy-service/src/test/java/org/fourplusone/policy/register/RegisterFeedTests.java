package org.fourplusone.policy.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Response;
import java.time.Clock;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegisterFeedTests {

    private static final class NobodyThere implements IndustryClient {

        @Override
        public JsonNode dictionary(String language) {
            throw new IllegalStateException("down");
        }

        @Override
        public Response feed(long after, int limit) {
            throw new IllegalStateException("down");
        }
    }

    /** Otherwise every whole-register answer would say that nobody is eligible. */
    @Test
    @SuppressWarnings("NullAway") // the items are not asked before there is a dictionary
    void aRegisterThatNeverWasIsRefusedAndNotTakenForAnEmptyOne() {
        RegisterFeed feed =
                new RegisterFeed(new NobodyThere(), new Register(), null, JsonMapper.shared(), Clock.systemUTC());
        assertThatThrownBy(feed::catchUp)
                .isInstanceOfSatisfying(Problem.class, problem -> org.assertj.core.api.Assertions.assertThat(
                                problem.status().value() + " " + problem.code())
                        .isEqualTo("503 REGISTER_LOADING"));
    }
}
