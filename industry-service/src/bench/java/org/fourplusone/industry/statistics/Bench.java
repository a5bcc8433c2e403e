package org.fourplusone.industry.statistics;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * A published table of ten years of monthly reports: through the service over HTTP, as plain SQL over the raw reports in
 * the same database, and in DuckDB on the same rows; then how the first grows with ten times the rows.
 */
public final class Bench {

    private static final String QUESTION = "/api/industry/statistics?measure=revenue&by=cluster,month&growth=yoy";
    private static final List<String> OTHERS = List.of(
            "/api/industry/statistics?measure=output&by=cluster,sizeClass,quarter&growth=yoy",
            "/api/industry/statistics?measure=exports&by=segment,year&growth=yoy",
            "/api/industry/statistics?measure=rd&by=industry,year&growth=yoy",
            "/api/industry/statistics?measure=valueAdded&by=cluster,month&growth=yoy&form=cumulative");

    /** Single months of revenue and base by cluster, from cumulative reports: what the first question asks. */
    private static final String SQL = "SELECT cluster, year, month, SUM(revenue), SUM(base) FROM (SELECT"
            + " COALESCE(e.cluster, 'NONE') AS cluster, r.year, r.month, r.revenue - COALESCE(LAG(r.revenue) OVER w, 0) AS"
            + " revenue, r.revenue_base - COALESCE(LAG(r.revenue_base) OVER w, 0) AS base FROM report r JOIN enterprise e"
            + " ON e.credit_code = r.credit_code WINDOW w AS (PARTITION BY r.credit_code, r.year ORDER BY r.month)) s"
            + " GROUP BY cluster, year, month";

    private Bench() {}

    /** @param arguments {@code short} or {@code long} */
    public static void main(String[] arguments) {
        try {
            run(arguments.length > 0 && arguments[0].equals("long"));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(boolean isLong) throws Exception {
        int whole = 13_633;
        Figures small = measure("tenth", whole / 10, isLong ? 200 : 40, false);
        Figures large = measure("whole", whole, isLong ? 200 : 40, true);
        System.out.printf(
                Locale.ROOT,
                "%nJDK %s, %d processors, load %.1f%n%n| %,d report rows, %,d answered rows | median ms | slowest ms |%n|---|---|---|%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                large.rows,
                large.answered);
        row("through the service, HTTP", large.service);
        large.others.forEach((question, times) -> row(question, times));
        row("plain SQL over the reports, same database", large.sql);
        row("DuckDB on the same rows", large.duck);
        System.out.printf(
                Locale.ROOT,
                "%nadding up and protecting the vintage: %.1f s for %,d rows, %.1f s for %,d%n",
                small.publication,
                small.rows,
                large.publication,
                large.rows);
        System.out.println("\n| goal | figure | |\n|---|---|---|");
        double slowest = large.others.values().stream()
                .mapToDouble(Bench::median)
                .max()
                .orElse(0);
        double answer = Math.max(median(large.service), slowest);
        goal("any of the questions ≤ 150 ms (here without the gateway)", answer, answer <= 150);
        double plain = median(large.sql) / median(large.service);
        goal("times faster than plain SQL: ≥ 10", plain, plain >= 10);
        double duck = median(large.service) / median(large.duck);
        goal("times DuckDB's time: ≤ 3", duck, duck <= 3);
        double growth = median(large.service) / median(small.service);
        goal("ten times the rows, times the time: ≤ 3", growth, growth <= 3);
    }

    private record Figures(
            long rows,
            int answered,
            double publication,
            double[] service,
            Map<String, double[]> others,
            double[] sql,
            double[] duck) {}

    private static Figures measure(String name, int enterprises, int rounds, boolean compared) throws Exception {
        TestDatabase database = TestDatabase.fresh(name);
        try (Connection owner =
                DriverManager.getConnection(patient(database.url()), database.ownerUsername(), database.ownerPassword())) {
            long rows = Register.fill(owner, enterprises);
            try (ConfigurableApplicationContext service = start(database)) {
                long begun = System.nanoTime();
                service.getBean(PublishVintage.class).publish(Register.VINTAGE);
                double publication = (System.nanoTime() - begun) / 1e9;
                String home = "http://127.0.0.1:"
                        + service.getBean(Environment.class).getProperty("local.server.port");
                HttpClient client = HttpClient.newHttpClient();
                int answered = ask(client, home + QUESTION).split("\"suppressed\"").length - 1;
                Map<String, double[]> others = new java.util.LinkedHashMap<>();
                double[] main = times(rounds, () -> ask(client, home + QUESTION));
                for (String other : OTHERS) {
                    others.put(other.substring(other.indexOf('?') + 1), times(rounds, () -> ask(client, home + other)));
                }
                String[] sums = new String[2];
                double[] sql = compared ? times(1, () -> sums[0] = read(owner)) : new double[1];
                double[] duck = compared ? duck(owner, rounds, read -> sums[1] = read) : new double[1];
                if (compared && !sums[0].equals(sums[1])) {
                    throw new IllegalStateException("DuckDB and the database differ");
                }
                return new Figures(rows, answered, publication, main, others, sql, duck);
            }
        }
    }

    /** The service gives up on a statement after half a minute; the raw reports take longer. */
    private static String patient(String url) {
        return url.replaceAll("socketTimeout=\\d+", "socketTimeout=900000");
    }

    private static ConfigurableApplicationContext start(TestDatabase database) throws Exception {
        Map<String, Object> properties = new HashMap<>();
        database.register((name, value) -> properties.put(name, value.get()));
        TestTokens.register((name, value) -> properties.put(name, value.get()));
        properties.put("server.port", "0");
        properties.put("eureka.client.enabled", "false");
        Class<?> application = Class.forName("org.fourplusone.industry.IndustryApplication");
        SpringApplication service = new SpringApplication(application);
        service.setDefaultProperties(properties);
        service.setLogStartupInfo(false);
        return service.run(properties.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    private static String ask(HttpClient client, String address) throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String read(Connection connection) throws SQLException {
        long sum = 0;
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SQL)) {
            while (result.next()) {
                sum += result.getLong(4);
                rows++;
            }
        }
        return rows + " " + sum;
    }

    private static double[] duck(Connection owner, int rounds, Consumer<String> sums) throws Exception {
        try (Duck duck = new Duck(owner)) {
            sums.accept(read(duck.connection()));
            return times(rounds, () -> read(duck.connection()));
        }
    }

    private static double[] times(int rounds, Callable<String> work) throws Exception {
        for (int i = 0; rounds > 1 && i < Math.min(rounds, 20); i++) {
            work.call();
        }
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double median(double[] times) {
        return times[times.length / 2];
    }

    private static void row(String what, double[] times) {
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", what, median(times), times[times.length - 1]);
    }

    private static void goal(String goal, double figure, boolean isMet) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %s |%n", goal, figure, isMet ? "met" : "MISSED");
    }
}
