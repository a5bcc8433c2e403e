package org.fourplusone.deploy.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A MySQL-protocol server and somebody who may sign in there.
 *
 * @param server {@code host:port}
 * @param options further Connector/J properties, {@code a=b&c=d}, or empty
 */
record DatabaseAddress(String server, String user, String password, String options) {
    private static final int DEFAULT_PORT = 3306;
    /**
     * Pinned for everybody who connects: an update counts the rows it changed, no local files are read, instants are
     * UTC whatever the machine's zone is, and a statement's text is taken apart once for each connection.
     */
    private static final String PINNED = "useAffectedRows=true&connectTimeout=3000&socketTimeout=30000"
            + "&rewriteBatchedStatements=true&allowLoadLocalInfile=false&connectionTimeZone=UTC"
            + "&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=16384";

    /**
     * Reads {@code jdbc:mysql://user:password@host:port/?option=value}.
     *
     * @throws Trouble when it is something else
     */
    static DatabaseAddress parse(String jdbcUrl) {
        if (!jdbcUrl.startsWith("jdbc:mysql://")) {
            throw malformed();
        }
        URI uri;
        try {
            uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        String person = uri.getRawUserInfo();
        if (uri.getHost() == null || person == null || !person.contains(":")) {
            throw malformed();
        }
        int colon = person.indexOf(':');
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseAddress(
                uri.getHost() + ":" + port,
                decoded(person.substring(0, colon)),
                decoded(person.substring(colon + 1)),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    private static Trouble malformed() {
        return new Trouble("--database wants an address with an administrator who may create schemas and users,"
                + " like jdbc:mysql://user:password@host:3306/");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The JDBC URL of one schema; empty names none. */
    String url(String schema) {
        return "jdbc:mysql://" + server + "/" + schema + "?" + PINNED + (options.isEmpty() ? "" : "&" + options);
    }

    /** The same server for somebody else. */
    DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(server, otherUser, otherPassword, options);
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return user + "@" + server;
    }
}
