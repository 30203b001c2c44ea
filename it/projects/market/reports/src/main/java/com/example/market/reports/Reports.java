package com.example.market.reports;

import com.example.market.http.Page;
import com.example.market.ledger.Ledger;

/** The service reports. */
public final class Reports {
    private Reports() {}

    public static void main(String[] args) {
        System.out.println(new Ledger().total());
        System.out.println(new Page("reports", 3).json());
    }
}
