package org.fourplusone.deploy.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Runs the database server's own dump program and client over all schemas, in one consistent snapshot. */
record Dump(OwnDatabase database, Path log) {

    /**
     * Writes all schemas as SQL.
     *
     * @return the SHA-256 of each table's definition and rows, by {@code schema.table}
     * @throws Trouble when the program fails
     */
    SortedMap<String, String> write(OutputStream out) throws IOException {
        List<String> command = command("mariadb-dump", "mysqldump");
        command.addAll(List.of(
                "--single-transaction",
                "--quick",
                "--order-by-primary",
                "--hex-blob",
                "--skip-comments",
                "--skip-lock-tables",
                "--databases"));
        Program.withSchema().forEach(program -> command.add(program.schema()));
        Process process = start(command, ProcessBuilder.Redirect.PIPE);
        TableSums sums = new TableSums();
        try (InputStream lines = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int read = lines.read(); read >= 0; read = lines.read()) {
                line.write(read);
                if (read == '\n') {
                    sums.line(line.toByteArray());
                    line.writeTo(out);
                    line.reset();
                }
            }
            line.writeTo(out);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        end(process, "The database could not be dumped");
        return sums.all();
    }

    /** Runs a dump's statements. */
    void load(Path sql) throws IOException {
        Process process = start(command("mariadb", "mysql"), ProcessBuilder.Redirect.from(sql.toFile()));
        process.getInputStream().readAllBytes();
        end(process, "The dump could not be loaded");
    }

    private List<String> command(String mariadb, String mysql) {
        boolean isMariaDb = database.server().isMariaDb();
        List<String> command = new ArrayList<>(List.of(
                database.server().tool(isMariaDb ? mariadb : mysql).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--user=" + database.admin().user(),
                "--default-character-set=utf8mb4",
                "--max-allowed-packet=64M"));
        command.add(isMariaDb ? "--skip-ssl" : "--ssl-mode=DISABLED");
        return command;
    }

    private Process start(List<String> command, ProcessBuilder.Redirect input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MYSQL_PWD", database.admin().password());
        return builder.start();
    }

    private void end(Process process, String trouble) {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new Trouble(trouble + "; " + log + " ends with: " + new LogFile(log).tellingLine());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new Trouble("Interrupted.", e);
        }
    }

    /** Tells which table each line of a dump belongs to: a row never begins as a statement does. */
    static final class TableSums {
        private final SortedMap<String, Sum> tables = new java.util.TreeMap<>();
        private String schema = "";
        private String table = "";

        void line(byte[] line) {
            String start = new String(line, 0, Math.min(line.length, 160), StandardCharsets.UTF_8);
            if (start.startsWith("USE `")) {
                schema = quoted(start);
                table = "";
            } else if (start.startsWith("CREATE TABLE `") || start.startsWith("INSERT INTO `")) {
                table = quoted(start);
            } else if (!start.startsWith("(") && !start.startsWith("  ") && !start.startsWith(")")) {
                return;
            }
            if (!table.isEmpty()) {
                tables.computeIfAbsent(schema + "." + table, name -> new Sum()).add(line);
            }
        }

        private static String quoted(String start) {
            int from = start.indexOf('`') + 1;
            return start.substring(from, start.indexOf('`', from));
        }

        SortedMap<String, String> all() {
            SortedMap<String, String> sums = new java.util.TreeMap<>();
            tables.forEach((name, sum) -> sums.put(name, sum.hex()));
            return sums;
        }
    }
}
