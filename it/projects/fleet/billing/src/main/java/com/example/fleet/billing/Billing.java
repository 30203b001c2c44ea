package com.example.fleet.billing;

import java.util.concurrent.CountDownLatch;
import org.apache.commons.lang3.StringUtils;

/** Says what it has found, and stays until it is stopped. */
public final class Billing {
    private Billing() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("billing runs with " + StringUtils.capitalize("commons"));
        new CountDownLatch(1).await();
    }
}
