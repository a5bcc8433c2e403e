package org.fourplusone.fund.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as a process that dies sees it: a thread can be stopped before its n-th statement or commit, with all that its
 * transaction did so far undone by the server. Other threads go on.
 */
public class StoppedDatabase implements BeanPostProcessor {
    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "commit");
    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

    /** Stops this thread before its n-th step from now. */
    static void stopBefore(int step) {
        LEFT.set(step);
    }

    static void goOn() {
        LEFT.remove();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Watched) ? new Watched(source) : bean;
    }

    private static final class Watched extends DelegatingDataSource {
        private Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (STEPS.contains(method.getName())) {
                            step(connection);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }

        private static void step(Connection connection) throws SQLException {
            Integer left = LEFT.get();
            if (left == null) {
                return;
            }
            LEFT.set(left - 1);
            if (left <= 1) {
                connection.rollback();
                throw new SQLRecoverableException("stopped");
            }
        }
    }
}
