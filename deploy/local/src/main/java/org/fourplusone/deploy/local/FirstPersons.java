package org.fourplusone.deploy.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fourplusone.deploy.local.ActivationCodes.Administrator;

/**
 * Tells whoever started a suite without sample accounts how its first two persons come in.
 *
 * @param renewal the command that makes new codes
 */
record FirstPersons(ActivationCodes codes, String address, String renewal, Progress progress) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /**
     * Gives each administrator that is still missing a code, unless one is out already.
     *
     * @param anew gives new ones even so
     * @param now of this machine
     */
    void announce(boolean anew, Instant now) {
        List<Administrator> missing = missing();
        List<Administrator> without = missing.stream()
                .filter(administrator -> anew || codes.endOf(administrator).isEmpty())
                .toList();
        if (!without.isEmpty()) {
            Instant end = now.plus(ActivationCodes.LIFE).truncatedTo(ChronoUnit.MINUTES);
            tell(codes.issue(without, end), end);
        } else if (anew) {
            progress.say("Both first administrators have activated their accounts: a security administrator gives"
                    + " everybody else codes at " + address + "/admin/people");
        }
        List<Administrator> waiting = new ArrayList<>(missing);
        waiting.removeAll(without);
        waiting.forEach(administrator -> remind(administrator, now));
    }

    private void tell(Map<Administrator, String> fresh, Instant end) {
        progress.say("");
        progress.say("Nobody can sign in yet. The first " + (fresh.size() == 1 ? "" : "two ")
                + "administrators, who are two persons, set their own passwords at");
        progress.say("  " + address + "/activate");
        fresh.forEach((administrator, code) ->
                progress.say(String.format(Locale.ROOT, "  %-24s%s", administrator.title(), code)));
        progress.say("Each code works once, until " + MOMENT.format(end) + ", and is not shown again. The security"
                + " administrator then enters everybody else at /admin/people.");
        progress.say("");
    }

    private void remind(Administrator administrator, Instant now) {
        Instant end = codes.endOf(administrator).orElseThrow();
        progress.say("The first " + administrator.title() + " has not used the activation code yet, "
                + (now.isBefore(end) ? "which works until " : "which expired at ") + MOMENT.format(end)
                + ": " + renewal + " makes a new one; it is used at " + address + "/activate");
    }

    /** As the gateway knows them. */
    private List<Administrator> missing() {
        Http.Answer answer = Http.get(address + "/api/activation");
        if (!answer.isGood()) {
            throw new Trouble("The gateway does not say who still needs an activation code (it answers "
                    + answer.status() + "): deploy/up again asks it anew.");
        }
        return Stream.of(Administrator.values())
                .filter(administrator -> answer.body().contains("\"" + administrator.name() + "\""))
                .toList();
    }
}
