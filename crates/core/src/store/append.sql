insert into changeset (id, hash, office, class, device, epoch, seq, ms, counter, person, label, txn, body)
values (:id, :hash, :office, :class, :device, :epoch, :seq, :ms, :counter, :person, :label, :txn, :body)
